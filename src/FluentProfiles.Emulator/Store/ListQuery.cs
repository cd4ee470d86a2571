namespace FluentProfiles.Emulator.Store;

/// <summary>What one page is asked for, read and checked. <c>Statuses</c> is null where there is no filter, and
/// <c>After</c>, the place where the page begins, at the start.</summary>
internal sealed record ListQuery(
    SortField Field,
    bool Descending,
    int Limit,
    IReadOnlyList<EnforcementStatus>? Statuses,
    SortKey? After
);
