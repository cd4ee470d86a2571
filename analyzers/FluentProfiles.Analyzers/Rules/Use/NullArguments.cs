using System.Threading;
using FluentProfiles.Analyzers.Reading;

namespace FluentProfiles.Analyzers;

/// <summary>Tells which arguments may be null in a query's expression, though their parameter says otherwise: a query guards
/// the <c>.</c> before a call, and hands the call its arguments as they are.</summary>
internal static class NullArguments
{
    // Collections that look for a null as for any other value. A dictionary's keys do not, and what an ICollection or an
    // IEnumerable holds is unknown: it may be those keys.
    private static readonly HashSet<string> Searchable =
    [
        "Collection",
        "FrozenSet",
        "HashSet",
        "IImmutableList",
        "IImmutableSet",
        "IList",
        "IReadOnlyList",
        "IReadOnlySet",
        "ISet",
        "ImmutableArray",
        "ImmutableHashSet",
        "ImmutableList",
        "ImmutableSortedSet",
        "LinkedList",
        "List",
        "Queue",
        "ReadOnlyCollection",
        "SortedSet",
        "Stack",
    ];

    /// <param name="node">The argument, or the receiver of an extension method.</param>
    /// <param name="model">The model of its file.</param>
    /// <param name="cancellationToken">Ends the work.</param>
    public static bool IsHarmless(SyntaxNode node, SemanticModel model, CancellationToken cancellationToken)
    {
        var operation = model.GetOperation(node, cancellationToken);
        while (operation is { Parent: IConversionOperation { OperatorMethod: null } conversion })
            operation = conversion;
        return operation is { Parent: IArgumentOperation { Parent: IInvocationOperation call } argument }
            && (IsGuardedReceiver(argument, call) || IsLookedFor(argument, call));
    }

    // A part of the expression that has nothing of the item is evaluated as it stands, by a call of the method.
    private static bool IsGuardedReceiver(IArgumentOperation argument, IInvocationOperation call) =>
        call.TargetMethod.IsExtensionMethod && argument.Parameter?.Ordinal == 0 && IsOpen(call);

    private static bool IsLookedFor(IArgumentOperation argument, IInvocationOperation call) =>
        call.TargetMethod.Name is "Contains" or "IndexOf" or "LastIndexOf"
        && argument.Parameter?.Ordinal == (call.TargetMethod.IsExtensionMethod ? 1 : 0)
        && QueryStep.ReceiverOf(call) is { } receiver
        && IsSearchable(Values.Unwrapped(receiver).Type);

    private static bool IsSearchable(ITypeSymbol? type) =>
        type is IArrayTypeSymbol
        || type is INamedTypeSymbol { ContainingNamespace: { } space, ContainingType: null }
            && Searchable.Contains(type.Name)
            && space.ToDisplayString().StartsWith("System.Collections.", StringComparison.Ordinal);

    private static bool IsOpen(IInvocationOperation call)
    {
        var functions = FunctionsAround(call);
        return OperationTree
            .Of(call)
            .Any(part =>
                part is IAnonymousFunctionOperation
                || part is IParameterReferenceOperation { Parameter.ContainingSymbol: var owner }
                    && functions.Any(function => SymbolEqualityComparer.Default.Equals(function.Symbol, owner))
            );
    }

    /// <summary>The lambdas around an operation, from within, up to the one that the query is given.</summary>
    private static List<IAnonymousFunctionOperation> FunctionsAround(IOperation operation)
    {
        List<IAnonymousFunctionOperation> functions = [];
        for (var outer = operation.Parent; outer is not null; outer = outer.Parent)
        {
            if (outer is not IAnonymousFunctionOperation function)
                continue;
            functions.Add(function);
            if (function.Parent is { Type.Name: "Expression" })
                break;
        }
        return functions;
    }
}
