using System.Linq.Expressions;
using FluentProfiles.Expressions.Text;
using FluentProfiles.Sources;

namespace FluentProfiles.Running;

/// <summary>Explains why the service rejects a filter by a status that this version of the library does not know. Such a status
/// is sent as it is, since the service may know it by now.</summary>
internal static class UnknownStatus
{
    private static readonly string[] Known =
    [
        .. typeof(EnforcementStatus.Values).GetFields().Select(field => (string)field.GetRawConstantValue()!),
    ];

    public static bool IsIn(ListRequest request) => request.Statuses?.Any(status => !status.IsKnown) == true;

    /// <summary>The error of the service, with the statuses that it may not know.</summary>
    public static ProfilesInvalidRequestException Explained(
        ProfilesInvalidRequestException refused,
        ListRequest request
    ) =>
        new(
            new ApiErrorDetails(
                refused.StatusCode,
                string.Join(
                    ' ',
                    request.Statuses!.Where(status => !status.IsKnown).Select(Text).Prepend(refused.Untagged)
                ),
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

    private static string Text(EnforcementStatus status) =>
        $"The query filters by the EnforcementStatus {CSharpText.Of(Expression.Constant(status), redact: false)}, which this version of the library "
        + $"does not know; the nearest known value is \"{Known.MinBy(known => Distance(status.ToString(), known))}\".";

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
