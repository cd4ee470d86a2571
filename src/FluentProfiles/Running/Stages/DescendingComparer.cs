namespace FluentProfiles.Running.Stages;

/// <summary>The reverse of the default order; equal stays equal, so that a sort by it is stable.</summary>
internal sealed class DescendingComparer<TKey> : IComparer<TKey>
{
    public static DescendingComparer<TKey> Instance { get; } = new();

    public int Compare(TKey? x, TKey? y) => Comparer<TKey>.Default.Compare(y, x);
}
