using FluentProfiles.Mirror.Storing.Rows;
using FluentProfiles.Tests.Properties.Cases;

namespace FluentProfiles.Mirror.Tests.Querying;

/// <summary>Runs a query page by page, and stores and removes rows between two pages. What was stored all the time is returned once and
/// in order, what is removed before its page is not returned, and what is added is returned if its place is behind that of a profile
/// that is still to come.</summary>
/// <param name="mirror">The mirror, whose rows change.</param>
/// <param name="random">Decides.</param>
internal sealed class ComingAndGoing(TestMirror mirror, Random random)
{
    private const int MostPages = 5;
    private const int MostChanges = 4;

    // New rows whose place may be before that of the token, which is behind what it was asked for.
    private readonly HashSet<string> doubtful = [];

    /// <returns>What is wrong, or null.</returns>
    public async Task<string?> FailureAsync(QueryCase asked, int pageSize)
    {
        var query = asked.Uncut(pageSize == 0 ? mirror.Query() : mirror.Query().WithPageSize(pageSize));
        List<string> behind;
        try
        {
            behind = await IdsAsync(query);
            if (query.Explain().Execution.BeginsAgain)
                return null;
        }
        catch (Exception refusal) when (refusal is ProfilesConfigurationException or UnsupportedQueryException)
        {
            return null;
        }
        string? token = null;
        string? last = null;
        for (var pages = 0; pages < MostPages; pages++)
        {
            var page = await PageAsync(query, token);
            List<string> ids = [.. page.Items.Select(profile => profile.Id)];
            if (Mismatch(ids, behind, page.ResumeToken is null) is { } mismatch)
                return mismatch;
            if ((token = page.ResumeToken) is null)
                return null;
            last = ids is [.., var final] ? final : last;
            behind = await ChangeAsync(query, last);
        }
        return null;
    }

    private async Task<ProfilePage<UserProfile>> PageAsync(ProfileQuery<UserProfile> query, string? token) =>
        random.Next(2) == 0
            ? await query.ToPageAsync(random.Next(1, 9), token)
            : await query.ResumeFrom(token).AsPages().FirstAsync();

    private string? Mismatch(List<string> page, List<string> behind, bool isLast)
    {
        var certain = behind.Where(id => !doubtful.Contains(id)).ToList();
        var returned = page.Where(id => !doubtful.Contains(id)).ToList();
        var isRight =
            certain.Take(isLast ? int.MaxValue : returned.Count).SequenceEqual(returned)
            && behind.Where(page.Contains).SequenceEqual(page);
        return isRight
            ? null
            : $"expected: {string.Join(", ", behind)}\ndoubtful: {string.Join(", ", doubtful)}\n{(isLast ? "last page" : "page")}: {string.Join(", ", page)}";
    }

    /// <summary>Adds and removes rows.</summary>
    /// <returns>What is stored behind the last profile that was returned, in the order of the query.</returns>
    private async Task<List<string>> ChangeAsync(ProfileQuery<UserProfile> query, string? last)
    {
        var added = await AddAsync();
        // The last one has a place for as long as it is stored.
        var all = await IdsAsync(query);
        var behind = all[(last is null ? 0 : all.IndexOf(last) + 1)..];
        doubtful.UnionWith(behind.TakeWhile(id => added.Contains(id) || doubtful.Contains(id)));
        var removed = all.Where(id => random.Next(all.Count) < MostChanges / 2 || (id == last && random.Next(3) == 0))
            .ToHashSet();
        await RemoveAsync([.. removed]);
        return [.. behind.Where(id => !removed.Contains(id))];
    }

    private async Task<HashSet<string>> AddAsync()
    {
        if (mirror.Profiles.Length == 0)
            return [];
        UserProfile[] added =
        [
            .. Enumerable
                .Range(0, random.Next(MostChanges))
                .Select(_ =>
                    mirror.Profiles[random.Next(mirror.Profiles.Length)] with
                    {
                        Id = $"uprof_{random.NextInt64():x}",
                    }
                ),
        ];
        await mirror.Store.PutAsync(added);
        return [.. added.Select(profile => profile.Id)];
    }

    private Task RemoveAsync(string[] ids) =>
        mirror.Store.WriteAsync(
            async (writer, token) =>
            {
                List<StoredRow> rows = await writer.Reader.ByIdAsync(ids, token);
                await writer.RemoveAsync(rows, writer.Moment, token);
            },
            default
        );

    private static async Task<List<string>> IdsAsync(ProfileQuery<UserProfile> query) =>
        [.. (await query.ToListAsync()).Select(profile => profile.Id)];
}
