using System.Runtime.CompilerServices;
using FluentProfiles.Mirror.Storing.Rows;
using FluentProfiles.Tests.Properties.Cases;

namespace FluentProfiles.Mirror.Tests.Querying;

/// <summary>Runs a query in parts, and stores, changes and removes rows between two pages, of one run or of two. What was stored all the
/// time and not changed is returned once and in order, what is removed before its page is not returned, and what is added is returned
/// if its place is behind that of a profile that is still to come. What is changed may get another place, and is not watched any
/// more.</summary>
/// <param name="mirror">The mirror, whose rows change.</param>
/// <param name="random">Decides.</param>
internal sealed class ComingAndGoing(TestMirror mirror, Random random)
{
    private const int MostRuns = 5;
    private const int MostPages = 4;
    private const int MostChanges = 4;

    // So often is a row changed, since it is the last row of a page that counts.
    private const int OneOf = 5;

    // New rows whose place may be before that of the token, which is behind what it was asked for; and rows that a run has no place for.
    private readonly HashSet<string> doubtful = [];

    private readonly HashSet<string> changed = [];

    // What is still to come, in order.
    private List<string> behind = [];

    /// <returns>What is wrong, or null.</returns>
    public async Task<string?> FailureAsync(QueryCase asked, int pageSize)
    {
        var query = asked.Uncut(pageSize == 0 ? mirror.Query() : mirror.Query().WithPageSize(pageSize));
        try
        {
            behind = [.. (await query.ToListAsync()).Select(profile => profile.Id)];
            if (query.Explain().Execution.BeginsAgain)
                return null;
        }
        catch (Exception refusal) when (refusal is ProfilesConfigurationException or UnsupportedQueryException)
        {
            return null;
        }
        string? token = null;
        for (var runs = 0; runs < MostRuns; runs++)
        {
            await foreach (var (page, endsRun) in RunAsync(query, token))
            {
                string[] ids = [.. page.Items.Select(profile => profile.Id)];
                if (Mismatch(ids, page.ResumeToken is null) is { } mismatch)
                    return mismatch;
                if ((token = page.ResumeToken) is null)
                    return null;
                await ChangeAsync(query, ids, endsRun);
            }
        }
        return null;
    }

    private async IAsyncEnumerable<(ProfilePage<UserProfile> Page, bool EndsRun)> RunAsync(
        ProfileQuery<UserProfile> query,
        string? token,
        [EnumeratorCancellation] CancellationToken cancellationToken = default
    )
    {
        if (random.Next(2) == 0)
        {
            yield return (await query.ToPageAsync(random.Next(1, 9), token, cancellationToken), true);
            yield break;
        }
        var left = random.Next(1, MostPages);
        await foreach (var page in query.ResumeFrom(token).AsPages().WithCancellation(cancellationToken))
        {
            yield return (page, --left == 0);
            if (left == 0)
                yield break;
        }
    }

    private string? Mismatch(string[] page, bool isLast)
    {
        var certain = behind.Where(id => !doubtful.Contains(id) && !changed.Contains(id)).ToList();
        var returned = page.Where(id => !doubtful.Contains(id) && !changed.Contains(id)).ToList();
        var unchanged = page.Where(id => !changed.Contains(id)).ToList();
        var isRight =
            certain.Take(isLast ? int.MaxValue : returned.Count).SequenceEqual(returned)
            && behind.Where(unchanged.Contains).SequenceEqual(unchanged);
        return isRight
            ? null
            : $"expected: {string.Join(", ", behind)}\ndoubtful: {string.Join(", ", doubtful)}\nchanged: {string.Join(", ", changed)}\n{(isLast ? "last page" : "page")}: {string.Join(", ", page)}";
    }

    /// <summary>Adds, removes and changes rows behind a page.</summary>
    private async Task ChangeAsync(ProfileQuery<UserProfile> query, string[] page, bool endsRun)
    {
        var added = await AddAsync();
        List<UserProfile> all = await query.ToListAsync();
        List<string> ids = [.. all.Select(profile => profile.Id)];
        // The last one has a place for as long as it is stored as it was.
        var last = page is [.., var final] && !changed.Contains(final) ? final : null;
        var returned = behind.FindLastIndex(id => page.Contains(id) && !changed.Contains(id));
        var come = behind[(returned + 1)..].ToHashSet();
        behind =
        [
            .. ids[(last is null ? 0 : ids.IndexOf(last) + 1)..].Where(id => come.Contains(id) || added.Contains(id)),
        ];
        doubtful.UnionWith(
            endsRun && last is not null
                ? behind.TakeWhile(id => added.Contains(id) || doubtful.Contains(id) || changed.Contains(id))
                : added
        );
        var removed = ids.Where(id => random.Next(ids.Count) < MostChanges / 2 || (id == last && random.Next(3) == 0))
            .ToHashSet();
        await RemoveAsync([.. removed]);
        behind.RemoveAll(removed.Contains);
        changed.ExceptWith(removed);
        await ChangeSomeAsync([.. all.Where(profile => !removed.Contains(profile.Id))]);
    }

    private async Task<HashSet<string>> AddAsync()
    {
        if (mirror.Profiles.Length == 0)
            return [];
        UserProfile[] added =
        [
            .. Enumerable
                .Range(0, random.Next(MostChanges))
                .Select(_ => AnyProfile() with { Id = $"uprof_{random.NextInt64():x}" }),
        ];
        await mirror.Store.PutAsync(added);
        return [.. added.Select(profile => profile.Id)];
    }

    private async Task ChangeSomeAsync(UserProfile[] stored)
    {
        UserProfile[] some =
        [
            .. stored
                .Where(_ => random.Next(OneOf) == 0)
                .Select(profile => AnyProfile() with { Id = profile.Id, CreatedAt = profile.CreatedAt }),
        ];
        await mirror.Store.PutAsync(some);
        changed.UnionWith(some.Select(profile => profile.Id));
    }

    private UserProfile AnyProfile() => mirror.Profiles[random.Next(mirror.Profiles.Length)];

    private Task RemoveAsync(string[] ids) =>
        mirror.Store.WriteAsync(
            async (writer, token) =>
            {
                List<StoredRow> rows = await writer.Reader.ByIdAsync(ids, token);
                await writer.RemoveAsync(rows, writer.Moment, token);
            },
            default
        );
}
