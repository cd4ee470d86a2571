using FluentProfiles.Mirror.Storing.Rows;

namespace FluentProfiles.Mirror.References;

/// <summary>What a look has found.</summary>
/// <param name="known">When the newest profile was created that was known before; null for none.</param>
/// <param name="begun">When the look was begun, by the clock of the database.</param>
internal sealed class ListedReferences(DateTimeOffset? known, DateTimeOffset begun)
{
    private readonly Dictionary<string, ProfileRow> oldest = new(StringComparer.Ordinal);
    private DateTimeOffset? newest;

    /// <summary>When the newest profile was created; null for none. One that is created after the look is not older, but for the
    /// difference between the clocks of the service. So a profile whose time is still to come does not count.</summary>
    public DateTimeOffset? Newest => newest ?? known;

    /// <summary>Adds a page, newest first.</summary>
    public void Add(IReadOnlyList<ProfileRow> rows)
    {
        foreach (var row in rows)
        {
            if (row.CreatedAt <= begun && (newest is null || row.CreatedAt > newest))
                newest = row.CreatedAt;
            if (row.Profile.ExternalUserDetails.ReferenceId is { } reference)
                oldest[reference] = row;
        }
    }

    /// <summary>The id of the oldest profile with a reference among those listed; null for none. The mirror has not stored it if it was
    /// erased.</summary>
    public string? Find(string reference) => oldest.GetValueOrDefault(reference)?.Id;
}
