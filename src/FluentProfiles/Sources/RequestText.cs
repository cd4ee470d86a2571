namespace FluentProfiles.Sources;

/// <summary>A request for people: the beginning of a plan's text.</summary>
/// <param name="Request">The request, such as <c>GET /v1/user_profiles?limit=100</c> or SQL.</param>
internal sealed record RequestText(string Request)
{
    /// <summary>What belongs to the request: lines with a label each.</summary>
    public IReadOnlyList<(string Label, string Value)> Lines { get; init; } = [];
}
