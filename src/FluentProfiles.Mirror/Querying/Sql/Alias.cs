using System.Globalization;

namespace FluentProfiles.Mirror.Querying.Sql;

/// <summary>The names of the tables within a statement, each with the dot behind it.</summary>
internal static class Alias
{
    public const string Profile = "p.";

    /// <summary>The metadata within a subquery.</summary>
    public const string NestedPair = "n.";

    /// <summary>The metadata of a joined pair, without the dot.</summary>
    public static string OfPair(int place) => string.Create(CultureInfo.InvariantCulture, $"m{place}");
}
