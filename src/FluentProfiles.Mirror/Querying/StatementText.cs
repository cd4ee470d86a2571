using System.Globalization;
using FluentProfiles.Mirror.Querying.Sql;
using FluentProfiles.Mirror.Storing.Commands;
using FluentProfiles.Sources;
using FluentProfiles.Sources.Conditions;

namespace FluentProfiles.Mirror.Querying;

/// <summary>The statement of a listing, for people.</summary>
internal static class StatementText
{
    private const int LongestValue = 100;

    public static RequestText Of(ListingSql listing, ListRequest request, bool redact)
    {
        var sql =
            request.Skip > 0
                ? listing.PageBehind(request.Skip, request.Limit + 1)
                : listing.Page(null, request.Limit + 1);
        return new(sql.ToString())
        {
            Lines =
            [
                .. sql.Values.Select((value, i) => (SqlText.Parameter(i), redact ? "?" : TextOf(value))),
                .. Behind(listing, request),
            ],
        };
    }

    // A page that the first statement does not fill goes on with the profiles that have no value.
    private static IEnumerable<(string Label, string Value)> Behind(ListingSql listing, ListRequest request) =>
        listing.Order.IsNullable && request.Skip == 0
            ? [("then", listing.Page(new(null, null), request.Limit + 1).ToString())]
            : [];

    private static string TextOf(object value) =>
        value switch
        {
            byte[] bytes => Cut($"x'{Convert.ToHexString(bytes)}'"),
            string text => Cut(ConditionText.Of(text)),
            string[] texts => Cut(ConditionText.Of(texts)),
            Array { Length: var length } => string.Create(CultureInfo.InvariantCulture, $"{length} values"),
            _ => Convert.ToString(value, CultureInfo.InvariantCulture)!,
        };

    private static string Cut(string text) => text.Length <= LongestValue ? text : text[..LongestValue] + "…";
}
