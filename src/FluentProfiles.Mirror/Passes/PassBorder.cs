using FluentProfiles.Mirror.Storing.Rows;

namespace FluentProfiles.Mirror.Passes;

/// <summary>Up to where a pass has compared the listing with the stored rows. It goes on from here.</summary>
/// <param name="CreatedAt">The time of creation of the last profile; null before the first one.</param>
/// <param name="Ids">The profiles of that time that were listed so far. Others of the same time may still come.</param>
/// <param name="LastStored">The last stored profile of that time that was compared; null where all of them are compared again, since
/// the listing has not passed them.</param>
internal sealed record PassBorder(DateTimeOffset? CreatedAt, IReadOnlyList<string> Ids, string? LastStored = null)
{
    public static PassBorder Start { get; } = new(null, []);

    /// <summary>The profiles that the border names.</summary>
    public IReadOnlyList<string> Named => LastStored is null ? Ids : [.. Ids, LastStored];

    /// <summary>The border behind a page, whose profiles are given newest first. It never moves back to newer profiles, which a
    /// page repeats when profiles were created meanwhile.</summary>
    public PassBorder Behind(IReadOnlyList<ProfileRow> page)
    {
        if (page.Count == 0 || page[^1].CreatedAt > CreatedAt)
            return this;
        var last = page[^1].CreatedAt;
        var listed = page.Where(row => row.CreatedAt == last).Select(row => row.Id);
        return last == CreatedAt ? this with { Ids = [.. Ids.Union(listed)] } : new(last, [.. listed]);
    }

    /// <summary>The border behind a stored row that the listing has passed.</summary>
    public PassBorder Behind(StoredRow row) =>
        (row.CreatedAt == CreatedAt ? this : new(row.CreatedAt, [])) with
        {
            LastStored = row.Id,
        };
}
