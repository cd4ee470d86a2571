using System.Collections;

namespace FluentProfiles.Writing;

/// <summary>What to set for some regions, in the order written; null removes what a region has. Immutable.</summary>
internal sealed class RegionChanges<T> : IEnumerable<KeyValuePair<string, T?>>
    where T : class
{
    private readonly KeyValuePair<string, T?>[] changes;

    private RegionChanges(KeyValuePair<string, T?>[] changes) => this.changes = changes;

    public static RegionChanges<T> None { get; } = new([]);

    public bool IsEmpty => changes.Length == 0;

    /// <exception cref="ArgumentException">The region is no code, or has a change already.</exception>
    public RegionChanges<T> Set(string region, T? value)
    {
        RegionChanges.Checked(region, nameof(region));
        return changes.Any(change => change.Key == region)
            ? throw new ArgumentException(
                $"The change names the region '{region}' twice. Keep one of them.",
                nameof(region)
            )
            : new([.. changes, new(region, value)]);
    }

    public IEnumerator<KeyValuePair<string, T?>> GetEnumerator() => changes.AsEnumerable().GetEnumerator();

    IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();
}
