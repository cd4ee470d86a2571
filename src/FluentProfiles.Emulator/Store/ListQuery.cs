namespace FluentProfiles.Emulator.Store;

/// <summary>What one page is asked for, read and checked. <c>Filters</c> is empty where there is none, and
/// <c>After</c>, the place where the page begins, at the start.</summary>
internal sealed record ListQuery(
    SortField Field,
    bool Descending,
    int Limit,
    IReadOnlyList<ListFilter> Filters,
    SortKey? After
);
