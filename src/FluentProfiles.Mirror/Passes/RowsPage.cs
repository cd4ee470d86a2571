using FluentProfiles.Json.Pages;
using FluentProfiles.Mirror.Storing.Rows;

namespace FluentProfiles.Mirror.Passes;

/// <summary>A page of the service whose profiles were read as rows.</summary>
/// <param name="rows">The rows, in the service's order.</param>
/// <param name="requestedAt">The latest moment that was seen before the page was requested.</param>
/// <param name="response">The status and the headers of the answer.</param>
internal sealed class RowsPage(RowPage rows, DateTimeOffset requestedAt, ProfilesResponse response)
    : Page([.. rows.Rows.Select(row => row.Profile)], rows.NextCursor, response)
{
    public IReadOnlyList<ProfileRow> Rows { get; } = rows.Rows;

    public DateTimeOffset RequestedAt => requestedAt;
}
