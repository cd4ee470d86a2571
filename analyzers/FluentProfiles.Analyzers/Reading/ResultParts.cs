using System.Collections.Immutable;

namespace FluentProfiles.Analyzers.Reading;

/// <summary>Follows a part of a query's result back to the whole.</summary>
internal static class ResultParts
{
    // Methods whose result is the items that they are called on, or one of them.
    private static readonly ImmutableHashSet<string> KeepsItems = ImmutableHashSet.Create(
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

    /// <summary>What the members, <c>?.</c> and item-preserving calls of an operation start from.</summary>
    public static IOperation StartOf(IOperation operation)
    {
        while (true)
        {
            operation = Values.Unwrapped(operation);
            var owner = operation switch
            {
                IPropertyReferenceOperation { Property.Name: "Result", Instance.Type.Name: "Task" or "ValueTask" } =>
                    null,
                IPropertyReferenceOperation property => property.Instance,
                IInvocationOperation call => KeepsItems.Contains(call.TargetMethod.Name) && IsOfCollections(call)
                    ? QueryStep.ReceiverOf(call)
                    : null,
                IArrayElementReferenceOperation element => element.ArrayReference,
                IConditionalAccessOperation access => access.WhenNotNull,
                _ => Implied(operation),
            };
            if (owner is null)
                return operation;
            operation = owner;
        }
    }

    /// <summary>What stands before a <c>?.</c>, or is matched by a pattern; null for any other operation.</summary>
    public static IOperation? Implied(IOperation operation) =>
        operation switch
        {
            IConditionalAccessInstanceOperation instance => ReceiverOf(instance),
            IInstanceReferenceOperation { ReferenceKind: InstanceReferenceKind.PatternInput } input => Matching.ValueOf(
                input
            ),
            _ => null,
        };

    /// <summary>The task whose result an operation is, or null.</summary>
    public static IOperation? TaskOf(IOperation operation) =>
        operation switch
        {
            IAwaitOperation wait => wait.Operation,
            IPropertyReferenceOperation { Property.Name: "Result", Instance: { } task } => task,
            IInvocationOperation
            {
                TargetMethod.Name: "GetResult",
                Instance: IInvocationOperation { TargetMethod.Name: "GetAwaiter", Instance: { } task }
            } => task,
            _ => null,
        };

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

    /// <summary>What <c>WithCancellation</c> or <c>ConfigureAwait</c> is called on, or null.</summary>
    public static IOperation? Enumerated(IOperation sequence) =>
        sequence is IInvocationOperation { TargetMethod.Name: "WithCancellation" or "ConfigureAwait" } call
            ? QueryStep.ReceiverOf(call)
            : null;

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

    private static IOperation? ReceiverOf(IConditionalAccessInstanceOperation instance)
    {
        IOperation inner = instance;
        while (inner.Parent is { } outer)
        {
            if (outer is IConditionalAccessOperation access && access.WhenNotNull == inner)
                return access.Operation;
            inner = outer;
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
