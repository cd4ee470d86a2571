using System.Collections.Immutable;

namespace FluentProfiles.Analyzers.Reading;

/// <summary>Walks operations. Roslyn's own walk takes several times as long: it copies the rest of a list to take an item
/// off it.</summary>
internal static class OperationTree
{
    // More than most bodies have waiting at a time.
    private const int UsuallyPending = 32;

    /// <summary>An operation and all below it, in the order of the source.</summary>
    public static IEnumerable<IOperation> Of(IOperation root) => Of(ImmutableArray.Create(root));

    /// <summary>What an operation stands in, at the top of its body.</summary>
    public static IOperation RootOf(IOperation operation)
    {
        while (operation.Parent is { } parent)
            operation = parent;
        return operation;
    }

    public static IEnumerable<IOperation> Of(ImmutableArray<IOperation> roots)
    {
        var pending = new Stack<IOperation>(UsuallyPending);
        for (var last = roots.Length - 1; last >= 0; last--)
            pending.Push(roots[last]);
        while (pending.Count > 0)
        {
            var operation = pending.Pop();
            yield return operation;
            foreach (var child in operation.ChildOperations.Reverse())
                pending.Push(child);
        }
    }
}
