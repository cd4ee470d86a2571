using System.Collections.Immutable;

namespace FluentProfiles.Analyzers.Reading;

/// <summary>Follows items through the methods of LINQ and of lists.</summary>
internal static class Items
{
    // Methods whose result is the items that they are called on, or one of them.
    private static readonly ImmutableHashSet<string> Keeping = ImmutableHashSet.Create(
        "AsEnumerable",
        "AsReadOnly",
        "Distinct",
        "DistinctBy",
        "ElementAt",
        "ElementAtOrDefault",
        "Find",
        "FindAll",
        "FindLast",
        "First",
        "FirstOrDefault",
        "GetRange",
        "Last",
        "LastOrDefault",
        "MaxBy",
        "MinBy",
        "Order",
        "OrderBy",
        "OrderByDescending",
        "Reverse",
        "Single",
        "SingleOrDefault",
        "Skip",
        "SkipLast",
        "SkipWhile",
        "Take",
        "TakeLast",
        "TakeWhile",
        "ThenBy",
        "ThenByDescending",
        "ToArray",
        "ToList",
        "Where"
    );

    public static bool AreKeptBy(IInvocationOperation call) =>
        Keeping.Contains(call.TargetMethod.Name) && IsOfCollections(call);

    /// <summary>The sequence whose items a lambda's parameter goes through, or null.</summary>
    public static IOperation? SourceOf(IOperation operation)
    {
        if (
            operation is not IParameterReferenceOperation { Parameter: { } parameter }
            || LambdaOf(operation, parameter)
                is not { Parent: IDelegateCreationOperation { Parent: IArgumentOperation argument } }
            || argument
                is not { Parent: IInvocationOperation call, Parameter.OriginalDefinition.Type: INamedTypeSymbol code }
            || !IsOfCollections(call)
            || QueryStep.ReceiverOf(call) is not { } receiver
        )
            return null;
        var given = code.DelegateInvokeMethod?.Parameters.ElementAtOrDefault(parameter.Ordinal)?.Type;
        return given is ITypeParameterSymbol && SymbolEqualityComparer.Default.Equals(given, ItemOf(call))
            ? receiver
            : null;
    }

    /// <summary>True for a use of a list that puts other items into it.</summary>
    public static bool AreAddedBy(ILocalReferenceOperation use) =>
        use.Parent switch
        {
            IInvocationOperation { TargetMethod.Name: "Add" or "AddRange" or "Insert" or "InsertRange" } call =>
                call.Instance == use,
            IPropertyReferenceOperation { Property.IsIndexer: true } item => IsTarget(item),
            IArrayElementReferenceOperation item => IsTarget(item),
            _ => false,
        };

    private static bool IsTarget(IOperation item) =>
        item.Parent is IAssignmentOperation assignment && assignment.Target == item;

    private static ITypeSymbol? ItemOf(IInvocationOperation call)
    {
        var method = call.TargetMethod.OriginalDefinition;
        var source = method.IsStatic ? method.Parameters[0].Type : method.ContainingType;
        return source is INamedTypeSymbol { TypeArguments: [var item] } ? item : null;
    }

    private static IAnonymousFunctionOperation? LambdaOf(IOperation use, IParameterSymbol parameter)
    {
        for (var outer = use.Parent; outer is not null; outer = outer.Parent)
        {
            if (
                outer is IAnonymousFunctionOperation lambda
                && SymbolEqualityComparer.Default.Equals(lambda.Symbol, parameter.ContainingSymbol)
            )
                return lambda;
        }
        return null;
    }

    // A default value is an item of its own.
    private static bool IsOfCollections(IInvocationOperation call) =>
        call.TargetMethod.Parameters.All(parameter => parameter.Name != "defaultValue")
        && call.TargetMethod.ContainingType
            is { Name: "Enumerable", ContainingNamespace.Name: "Linq" }
                or { Name: "List" or "IList" or "IReadOnlyList", ContainingNamespace.Name: "Generic" };
}
