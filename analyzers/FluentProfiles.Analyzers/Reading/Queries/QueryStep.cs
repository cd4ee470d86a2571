using FluentProfiles.Analyzers.Symbols;

namespace FluentProfiles.Analyzers.Reading;

/// <summary>One call in a query's chain.</summary>
internal sealed class QueryStep
{
    public QueryStep(IInvocationOperation call, List<FieldRead> fields, LibraryContext library)
    {
        Call = call;
        Name = call.TargetMethod.Name;
        Kind = KindOf(call, library);
        Lambdas = LambdasOf(call, fields);
        Predicate = TakesPredicate() && Lambdas is [var first, ..] ? first : null;
        HasUnseenPredicate = Predicate is null && TakesPredicate();
        Betas = [];
    }

    public IInvocationOperation Call { get; }

    public string Name { get; }

    public StepKind Kind { get; }

    public IReadOnlyList<QueryLambda> Lambdas { get; }

    /// <summary>The betas that the step names; null where they can't be read.</summary>
    public IReadOnlyList<BetaMention>? Betas { get; set; }

    /// <summary>The reads of fields in the values that a bulk write sets.</summary>
    public IReadOnlyList<FieldRead> SetterFields { get; set; } = [];

    /// <summary>Every read of a field in the step.</summary>
    public IEnumerable<FieldRead> Fields => Lambdas.SelectMany(lambda => lambda.Fields).Concat(SetterFields);

    public Location Location => Places.OfCall(Call.Syntax);

    public Location NameLocation => Places.OfName(Call.Syntax);

    /// <summary>The predicate, where the step has one that the library sees through.</summary>
    public QueryLambda? Predicate { get; }

    /// <summary>True where the step has a predicate that the body does not show, such as one in a variable.</summary>
    public bool HasUnseenPredicate { get; }

    /// <summary>The step that the planner can't see through and that keeps this one on the client; null for none.</summary>
    public QueryStep? StandsBehind { get; set; }

    /// <summary>The Select before this step that computes something, so that the planner does not see through it; null for
    /// none.</summary>
    public QueryStep? OpaqueSelect { get; set; }

    /// <summary>Whether the step filters in a way that only the client can.</summary>
    public bool IsOpaqueFilter => Name is "WhereOnClient" or "AllAsync";

    public bool IsOrder => Kind == StepKind.Operator && Name is "OrderBy" or "OrderByDescending";

    public bool IsWindow => Kind == StepKind.Operator && Name is "Take" or "Skip";

    public IOperation? Argument(string parameter) =>
        Call
            .Arguments.FirstOrDefault(argument =>
                argument.Parameter?.Name == parameter && argument.ArgumentKind != ArgumentKind.DefaultValue
            )
            ?.Value;

    /// <summary>What a call is made on, extension methods included.</summary>
    public static IOperation? ReceiverOf(IInvocationOperation call) =>
        call.Instance
        ?? (
            call.TargetMethod.IsExtensionMethod
                ? call.Arguments.FirstOrDefault(argument => argument.Parameter?.Ordinal == 0)?.Value
                : null
        );

    /// <summary>Whether a call is one on a query.</summary>
    public static bool IsStep(IInvocationOperation call, LibraryContext library) =>
        !call.TargetMethod.IsStatic
            ? library.IsQuery(call.TargetMethod.ContainingType)
            : call.TargetMethod.IsExtensionMethod
                && (
                    IsForeign(call.TargetMethod.ContainingType)
                    || call.TargetMethod.ContainingType.Name is "TaskAsyncEnumerableExtensions" or "ProfileQueryWrites"
                )
                && ReceiverOf(call) is { } receiver
                && library.IsQuery(Values.Unwrapped(receiver).Type);

    private static IReadOnlyList<QueryLambda> LambdasOf(IInvocationOperation call, List<FieldRead> fields)
    {
        List<QueryLambda>? found = null;
        foreach (var argument in call.Arguments)
        {
            if (
                QueryLambda.Of(argument.Value, fields) is { } lambda
                && argument.Parameter?.Type is INamedTypeSymbol { Name: "Expression" or "Func" }
            )
                (found ??= []).Add(lambda);
        }
        return found ?? (IReadOnlyList<QueryLambda>)[];
    }

    private bool TakesPredicate() =>
        Kind != StepKind.Foreign && Name is "Where"
        || Kind == StepKind.Terminal && Call.TargetMethod.Parameters.Any(parameter => parameter.Name == "predicate");

    private static StepKind KindOf(IInvocationOperation call, LibraryContext library)
    {
        var method = call.TargetMethod;
        if (method.IsStatic)
            return method.ContainingType.Name switch
            {
                _ when IsForeign(method.ContainingType) => StepKind.Foreign,
                "TaskAsyncEnumerableExtensions" => StepKind.Enumeration,
                "ProfileQueryNumbers" => StepKind.Terminal,
                _ => method.Name.StartsWith("Execute", StringComparison.Ordinal) ? StepKind.Write : StepKind.Other,
            };
        if (method.Name is "AsAsyncEnumerable" or "AsPages" or "GetAsyncEnumerator")
            return StepKind.Leave;
        if (method.Name.EndsWith("Async", StringComparison.Ordinal))
            return StepKind.Terminal;
        if (!library.IsQuery(method.ReturnType))
            return StepKind.Other;
        return method.Name is "WithDetails" || !IsSettingName(method.Name) ? StepKind.Operator : StepKind.Setting;
    }

    // System.Linq.Async and its kin have more operators, in AsyncEnumerableDeprecated and AsyncEnumerableEx.
    public static bool IsForeign(INamedTypeSymbol type) =>
        type.Name.StartsWith("AsyncEnumerable", StringComparison.Ordinal)
        && type.ContainingNamespace is { Name: "Linq", ContainingNamespace.Name: "System" };

    private static bool IsSettingName(string name) =>
        name.StartsWith("With", StringComparison.Ordinal) || name is "ResumeFrom" or "FromPage";
}
