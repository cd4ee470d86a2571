using System.Text;

namespace FluentProfiles.Tests.Properties.Oracle;

/// <summary>The service's order of names, by its documentation: the case of ASCII letters ignored, nulls last both ways, code points
/// in between.</summary>
internal sealed class ServiceNames(bool descending) : IComparer<string?>
{
    public int Compare(string? left, string? right) =>
        (left, right) switch
        {
            (null, null) => 0,
            (null, _) => 1,
            (_, null) => -1,
            _ when descending => Folded(right).AsSpan().SequenceCompareTo(Folded(left)),
            _ => Folded(left).AsSpan().SequenceCompareTo(Folded(right)),
        };

    private static byte[] Folded(string name) =>
        Encoding.UTF8.GetBytes(
            string.Concat(name.Select(letter => char.IsAsciiLetter(letter) ? char.ToLowerInvariant(letter) : letter))
        );
}
