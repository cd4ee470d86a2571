using FluentProfiles.Model.Schema;
using FluentProfiles.Sources.Conditions;

namespace FluentProfiles.Sources.Service;

/// <summary>Explains why the service rejects a filter by a value that this version of the library does not know. Such a value is
/// sent as it is, since the service may know it by now.</summary>
internal static class UnknownFilterValue
{
    public static bool IsIn(ListRequest request) => Unknown(request).Any();

    /// <summary>The error of the service, with the values that it may not know.</summary>
    public static ProfilesInvalidRequestException Explained(
        ProfilesInvalidRequestException refused,
        ListRequest request
    ) =>
        new(
            new ApiErrorDetails(
                refused.StatusCode,
                string.Join(' ', Unknown(request).Select(Text).Prepend(refused.Untagged)),
                refused.ErrorType,
                refused.ErrorCode,
                refused.RetryAfter,
                refused.ShouldRetry,
                refused.RequestId
            )
            {
                Body = refused.Body,
            }
        )
        {
            Headers = refused.Headers,
        };

    private static IEnumerable<(ProfileFilter Filter, string Value)> Unknown(ListRequest request) =>
        from set in request.Filters.Sets
        from value in set.Value
        where !set.Key.IsKnown(value)
        select (set.Key, value);

    private static string Text((ProfileFilter Filter, string Value) unknown) =>
        $"The query filters by the {unknown.Filter.Field.Property.Name} {ConditionText.Of(unknown.Value)}, which this version of the library "
        + $"does not know; the nearest known value is \"{unknown.Filter.KnownTexts.MinBy(known => Distance(unknown.Value, known))}\".";

    /// <summary>How many letters have to be inserted, removed or replaced to make one text of another; case does not
    /// count.</summary>
    private static int Distance(string text, string known)
    {
        var row = Enumerable.Range(0, known.Length + 1).ToArray();
        foreach (var letter in text.ToLowerInvariant())
        {
            var diagonal = row[0]++;
            for (var i = 1; i < row.Length; i++)
            {
                var replaced = diagonal + (letter == known[i - 1] ? 0 : 1);
                diagonal = row[i];
                row[i] = Math.Min(replaced, Math.Min(diagonal, row[i - 1]) + 1);
            }
        }
        return row[^1];
    }
}
