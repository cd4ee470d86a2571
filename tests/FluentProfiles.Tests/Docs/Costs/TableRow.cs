using System.Globalization;

namespace FluentProfiles.Tests.Docs.Costs;

/// <summary>Rows of a table in Markdown.</summary>
internal static class TableRow
{
    /// <summary>One row. Numbers are grouped by thousands.</summary>
    public static string Of(params IEnumerable<object> cells) => $"| {string.Join(" | ", cells.Select(Text))} |";

    private static string Text(object cell) =>
        cell is int number ? number.ToString("N0", CultureInfo.InvariantCulture) : cell.ToString()!;
}
