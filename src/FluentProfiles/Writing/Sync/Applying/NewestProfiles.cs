using FluentProfiles.Writing.Bulk;

namespace FluentProfiles.Writing.Sync.Applying;

/// <summary>Finds profiles that were created since a plan was made, by their key.</summary>
/// <param name="client">Reads.</param>
/// <param name="key">The member that holds the key.</param>
/// <param name="newest">When the newest profile was created that the plan has seen; null for none.</param>
internal sealed class NewestProfiles(IProfilesClient client, WriteTarget key, DateTimeOffset? newest)
{
    // A profile may appear in the listing somewhat later than a younger one.
    private static readonly TimeSpan Margin = TimeSpan.FromSeconds(5);

    /// <summary>Reads the profiles from the newest on, one request a hundred.</summary>
    /// <param name="keys">The keys to look for; null for all.</param>
    /// <param name="cancellationToken">Ends the reading.</param>
    public async Task<Dictionary<string, UserProfile>> ReadAsync(
        IReadOnlySet<string>? keys,
        CancellationToken cancellationToken
    )
    {
        Dictionary<string, UserProfile> found = new(StringComparer.Ordinal);
        var profiles = Query().GetAsyncEnumerator(cancellationToken);
        await using (profiles.ConfigureAwait(false))
        {
            while (await profiles.MoveNextAsync().ConfigureAwait(false))
            {
                if (key.TextIn(profiles.Current) is { } text && keys?.Contains(text) != false)
                    found[text] = profiles.Current;
            }
        }
        return found;
    }

    private ProfileQuery<UserProfile> Query()
    {
        var since = newest > DateTimeOffset.MinValue + Margin ? newest.Value - Margin : DateTimeOffset.MinValue;
        return client.Query().Where(profile => profile.CreatedAt >= since);
    }
}
