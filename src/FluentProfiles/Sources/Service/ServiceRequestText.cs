using FluentProfiles.Http.Calls;

namespace FluentProfiles.Sources.Service;

/// <summary>Describes a request to the service.</summary>
internal static class ServiceRequestText
{
    /// <param name="listing">The listing; null for the look-up of one profile.</param>
    /// <param name="scope">The betas, the workspace and the headers.</param>
    public static RequestText Of(ListRequest? listing, RequestScope scope) =>
        new(
            "GET "
                + Endpoint.Root
                + (listing is null ? "/{id}" : Uri.UnescapeDataString(ListingAddress.OfPage(listing, null)))
        )
        {
            Lines =
            [
                ("betas", string.Join(", ", scope.Betas.Betas)),
                ("workspace", scope.Workspace ?? ""),
                ("headers", string.Join(", ", scope.Settings.Headers.HeaderNames)),
            ],
        };
}
