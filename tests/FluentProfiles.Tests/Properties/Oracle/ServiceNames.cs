namespace FluentProfiles.Tests.Properties.Oracle;

/// <summary>The service's order of names, by its documentation: the case of ASCII letters ignored, nulls last both ways.</summary>
internal sealed class ServiceNames(bool descending) : IComparer<string?>
{
    public int Compare(string? left, string? right) =>
        (left, right) switch
        {
            (null, null) => 0,
            (null, _) => 1,
            (_, null) => -1,
            _ when descending => string.CompareOrdinal(Folded(right), Folded(left)),
            _ => string.CompareOrdinal(Folded(left), Folded(right)),
        };

    private static string Folded(string name) =>
        string.Concat(name.Select(letter => char.IsAsciiLetter(letter) ? char.ToLowerInvariant(letter) : letter));
}
