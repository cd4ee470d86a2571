using System.Globalization;

namespace FluentProfiles.Mirror.Storing;

/// <summary>Some rows of a result.</summary>
/// <param name="Skip">How many come before them.</param>
/// <param name="Most">How many there are at most.</param>
internal sealed record RowWindow(int Skip, int Most)
{
    public override string ToString() => string.Create(CultureInfo.InvariantCulture, $" LIMIT {Most} OFFSET {Skip}");
}
