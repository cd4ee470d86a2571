namespace FluentProfiles.Benchmarks.Mirrors;

/// <summary>Fails a measurement of something else than what it is called.</summary>
internal static class Expect
{
    public static void Equal<T>(T expected, T found)
    {
        if (!EqualityComparer<T>.Default.Equals(expected, found))
            throw new InvalidOperationException($"{found} was found where {expected} was expected.");
    }
}
