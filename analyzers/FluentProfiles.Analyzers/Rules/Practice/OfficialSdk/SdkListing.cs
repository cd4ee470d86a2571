using FluentProfiles.Analyzers.Reading;

namespace FluentProfiles.Analyzers;

/// <summary>A loop over every page of the official SDK's listing of user profiles.</summary>
internal sealed class SdkListing
{
    private SdkListing(IForEachLoopOperation loop, IInvocationOperation pages, IInvocationOperation list) =>
        (Loop, Pages, List) = (loop, pages, list);

    public IForEachLoopOperation Loop { get; }

    /// <summary>The call of <c>Paginate</c>.</summary>
    public IInvocationOperation Pages { get; }

    /// <summary>The call that reads the first page.</summary>
    public IInvocationOperation List { get; }

    public bool IsBeta => List.TargetMethod.ContainingNamespace.Name == "Beta";

    /// <summary>The beta that the SDK's beta client sends by itself: each major version was made for a shape.</summary>
    public string OwnBeta =>
        List.TargetMethod.ContainingAssembly.Identity.Version.Major <= 12
            ? "user-profiles-2026-03-24"
            : "user-profiles-2026-08-18";

    public static SdkListing? Of(IForEachLoopOperation loop, Values values)
    {
        var sequence = Values.Unwrapped(loop.Collection);
        while (sequence is IInvocationOperation { TargetMethod.Name: "WithCancellation" or "ConfigureAwait" } call)
            sequence = Values.Unwrapped(QueryStep.ReceiverOf(call)!);
        if (
            sequence is not IInvocationOperation { TargetMethod: { Name: "Paginate" } method } pages
            || !IsOfSdk(method)
            || QueryStep.ReceiverOf(pages) is not { } page
            || values.Behind(page) is not IAwaitOperation { Operation: var task }
        )
            return null;
        if (task is IInvocationOperation { TargetMethod.Name: "ConfigureAwait", Instance: { } inner })
            task = inner;
        return
            task is IInvocationOperation { TargetMethod: { Name: "List" } listing } list
            && listing.ContainingType.Name is "IUserProfileService" or "UserProfileService"
            && IsOfSdk(listing)
            ? new(loop, pages, list)
            : null;
    }

    /// <summary>Whether the loop only filters, counts or collects.</summary>
    public bool IsSimple()
    {
        var statements = StatementsOf(Loop.Body);
        return statements.Count > 0
            && statements.Take(statements.Count - 1).All(IsSkip)
            && IsSimple(statements[statements.Count - 1])
            && !OperationTree.Of(Loop.Body).Any(part => part is IAwaitOperation or IAnonymousFunctionOperation);
    }

    private static bool IsSimple(IOperation statement) =>
        statement switch
        {
            IConditionalOperation { WhenFalse: null } choice => StatementsOf(choice.WhenTrue) is [var only]
                && IsSimple(only),
            IExpressionStatementOperation { Operation: var operation } => operation
                is IIncrementOrDecrementOperation
                    or ICompoundAssignmentOperation
                    or IInvocationOperation { TargetMethod.Name: "Add" },
            _ => false,
        };

    private static bool IsSkip(IOperation statement) =>
        statement is IConditionalOperation { WhenFalse: null } choice
        && StatementsOf(choice.WhenTrue) is [IBranchOperation { BranchKind: BranchKind.Continue }];

    private static List<IOperation> StatementsOf(IOperation body) =>
        body is IBlockOperation block ? [.. block.Operations] : [body];

    private static bool IsOfSdk(IMethodSymbol method) => method.ContainingAssembly.Name == "Anthropic";
}
