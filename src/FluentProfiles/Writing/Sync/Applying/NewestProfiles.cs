using FluentProfiles.Writing.Bulk.Setters;
using FluentProfiles.Writing.Sync.Saving;

namespace FluentProfiles.Writing.Sync.Applying;

/// <summary>Finds profiles that were created since a plan was made, by their key.</summary>
/// <param name="client">Reads.</param>
/// <param name="plan">The plan.</param>
internal sealed class NewestProfiles(ISyncClient client, PlanData plan)
{
    // A profile may appear in the listing somewhat later than a younger one.
    private static readonly TimeSpan Margin = TimeSpan.FromSeconds(5);

    private readonly WriteTarget key = PlanReading.KeyOf(plan)!;

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
        if (plan.Newest is not { } newest)
            return client.Query();
        // The newest may be dated later than those to come, as in test data under a clock of its own.
        var start = newest < plan.CreatedAt ? newest : plan.CreatedAt;
        var since = start - DateTimeOffset.MinValue > Margin ? start - Margin : DateTimeOffset.MinValue;
        return client.Query().Where(profile => profile.CreatedAt >= since);
    }
}
