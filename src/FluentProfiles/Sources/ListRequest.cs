namespace FluentProfiles.Sources;

/// <summary>What a listing asks the service, but for the cursor: the same for every page of a run.</summary>
/// <param name="Limit">The size of a page, 1 to 100.</param>
/// <param name="OrderBy">The field to sort by, as JSON names it, or null for the service's own order.</param>
/// <param name="Descending">The direction; the service's own order is descending by <c>created_at</c>.</param>
/// <param name="Statuses">The statuses to filter by; null for no filter.</param>
internal sealed record ListRequest(
    int Limit,
    string? OrderBy,
    bool Descending,
    IReadOnlyList<EnforcementStatus>? Statuses
)
{
    /// <summary>The same from the other end.</summary>
    public ListRequest Turned() =>
        this with
        {
            OrderBy = OrderBy ?? FluentProfiles.Model.Schema.ProfileSchema.CreatedAt.Name,
            Descending = !Descending,
        };
}
