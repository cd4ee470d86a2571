namespace FluentProfiles.Benchmarks.Mirrors;

/// <summary>The medians of two ways that were measured in turn.</summary>
/// <param name="Reference">The nanoseconds of the one.</param>
/// <param name="Ours">The nanoseconds of the other.</param>
/// <param name="Bytes">What the other allocates.</param>
internal sealed record TurnTimes(double Reference, double Ours, long Bytes)
{
    /// <summary>The times for each of so many.</summary>
    public TurnTimes For(int each) => new(Reference / each, Ours / each, Bytes / each);
}
