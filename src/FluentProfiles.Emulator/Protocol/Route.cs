namespace FluentProfiles.Emulator.Protocol;

/// <summary>A target taken apart: which profile, and what of it.</summary>
/// <param name="Id">The profile's id; null for the collection.</param>
/// <param name="Part">What follows the id; null for the profile itself.</param>
/// <param name="Query">The query, decoded.</param>
internal sealed record Route(string? Id, string? Part, QueryString Query)
{
    public const string Root = "/v1/user_profiles";

    public static Route Of(string pathAndQuery)
    {
        var mark = pathAndQuery.IndexOf('?', StringComparison.Ordinal);
        var (path, query) = mark < 0 ? (pathAndQuery, "") : (pathAndQuery[..mark], pathAndQuery[(mark + 1)..]);
        var segments = path.Split('/');
        if (segments.Length < 3 || $"/{segments[1]}/{segments[2]}" != Root || segments.Skip(3).Contains(""))
            throw ServiceError.NotFound("There is nothing at this address.");
        return new(
            segments.Length > 3 ? Uri.UnescapeDataString(segments[3]) : null,
            segments.Length > 4 ? string.Join('/', segments[4..]) : null,
            QueryString.Parse(query)
        );
    }
}
