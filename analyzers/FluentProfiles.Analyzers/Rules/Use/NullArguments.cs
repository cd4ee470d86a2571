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
        return operation is { Parent: IArgumentOperation argument }
            && (IsGuardedReceiver(argument) || IsLookedFor(argument));
    }

    /// <summary>True for what a collection is searched for that takes a null as any other value.</summary>
    public static bool IsLookedFor(IArgumentOperation argument) =>
        argument.Parent is IInvocationOperation { TargetMethod.Name: "Contains" or "IndexOf" or "LastIndexOf" } call
        && argument.Parameter?.Ordinal == (call.TargetMethod.IsExtensionMethod ? 1 : 0)
        && QueryStep.ReceiverOf(call) is { } receiver
        && IsSearchable(Values.Unwrapped(receiver).Type);

    private static bool IsGuardedReceiver(IArgumentOperation argument) =>
        NullFlow.IsReceiver(argument) && argument.Parent is { } call && !NullFlow.DoesHarm(call);

    private static bool IsSearchable(ITypeSymbol? type) =>
        type is IArrayTypeSymbol
        || type is INamedTypeSymbol { ContainingNamespace: { } space, ContainingType: null }
            && Searchable.Contains(type.Name)
            && space.ToDisplayString().StartsWith("System.Collections.", StringComparison.Ordinal);
}
