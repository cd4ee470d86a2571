using FluentProfiles.Mirror.Storing.Rows;

namespace FluentProfiles.Mirror.Passes;

/// <summary>Where the last page of a pass ended. The next page is compared with the stored rows from here on.</summary>
/// <param name="CreatedAt">The time at which its last profile was created; null before the first page.</param>
/// <param name="Ids">The profiles of that time that were listed so far. Others of the same time may still come.</param>
internal sealed record PassBorder(DateTimeOffset? CreatedAt, IReadOnlyList<string> Ids)
{
    public static PassBorder Start { get; } = new(null, []);

    /// <summary>The border behind a page, whose profiles are given newest first. It never moves back to newer profiles, which a
    /// page repeats when profiles were created meanwhile.</summary>
    public PassBorder Behind(IReadOnlyList<ProfileRow> page)
    {
        if (page.Count == 0 || page[^1].CreatedAt > CreatedAt)
            return this;
        var last = page[^1].CreatedAt;
        var listed = page.Where(row => row.CreatedAt == last).Select(row => row.Id);
        return new(last, [.. last == CreatedAt ? Ids.Union(listed) : listed]);
    }
}
