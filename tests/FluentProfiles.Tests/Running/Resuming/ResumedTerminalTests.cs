using FluentProfiles.Emulator;

namespace FluentProfiles.Tests.Running.Resuming;

/// <summary>Terminals that begin at a token, and the tokens of terminals that fail.</summary>
public sealed class ResumedTerminalTests
{
    [Fact]
    public async Task LastAndExtremes_AreThoseOfTheRest()
    {
        await using var service = await TestService.StartAsync(30);
        var query = service.Query().Where(p => p.Name != null);
        var listed = TestProfiles.Listed(30).Where(p => p.Name is not null).Skip(7).ToList();
        var rest = query.ResumeFrom((await query.ToPageAsync(7)).ResumeToken);

        Assert.Equal(listed[^1].Id, (await rest.LastAsync()).Id);
        Assert.Equal(listed[^1].Id, (await rest.LastOrDefaultAsync())!.Id);
        Assert.Equal(listed[^1].Id, (await rest.MinByAsync(p => p.CreatedAt))!.Id);
        Assert.Equal(listed[0].Id, (await rest.MaxByAsync(p => p.CreatedAt))!.Id);
        Assert.Equal(listed.Max(p => p.UpdatedAt), await rest.MaxAsync(p => p.UpdatedAt));
        Assert.Equal(listed.Min(p => p.Id), await rest.MinAsync(p => p.Id));
    }

    [Fact]
    public async Task LastAndExtremesOfNothing_AreAsWithoutAToken()
    {
        await using var service = await TestService.StartAsync(6);
        var query = service.Query().WithPageSize(3).Where(p => p.Name != null);
        var rest = query.Select(p => p.CreatedAt).ResumeFrom(await TokenBehindAsync(service, query, pages: 1));
        foreach (var number in Enumerable.Range(0, 3))
            service.Emulator.Remove(TestProfiles.IdOf(number));

        await Assert.ThrowsAsync<InvalidOperationException>(async () => await rest.LastAsync());
        await Assert.ThrowsAsync<InvalidOperationException>(async () => await rest.MaxAsync());
        Assert.Null(await rest.Select(time => (DateTimeOffset?)time).MaxAsync());
    }

    [Fact]
    public async Task FiguresOfABoundThatIsReadFromTheOldest_AreThoseOfTheRest()
    {
        await using var service = await TestService.StartAsync(40);
        var until = TestProfiles.Start.AddMinutes(30);
        var query = service.Query().Where(p => p.CreatedAt < until);
        var rest = query.ResumeFrom((await query.ToPageAsync(4)).ResumeToken);

        Assert.Equal(26, await rest.CountAsync());
        Assert.True(await rest.AnyAsync());
        Assert.Equal(26, (await rest.ToHashSetAsync()).Count);
    }

    public static TheoryData<string> Gathering => [.. Terminals.Keys];

    [Theory]
    [MemberData(nameof(Gathering))]
    public async Task FailureOfATerminalThatHasGivenNothing_GoesOnFromWhereItBegan(string name)
    {
        await using var service = await TestService.StartAsync(30);
        var query = service.Query().WithPageSize(10).Where(p => p.Metadata["plan"] != "none");
        var terminal = Terminals[name];
        var token = await TokenBehindAsync(service, query, pages: 1);
        var begun = query.ResumeFrom(token);

        // With a condition of its own a terminal is another query than the one whose token it is given.
        foreach (var asked in name.EndsWith("(p)", StringComparison.Ordinal) ? [query] : new[] { query, begun })
        {
            var expected = await terminal(asked);
            var requests = 0;
            service.Emulator.Intercept = _ =>
                Interlocked.Increment(ref requests) == 2 ? EmulatorResponse.Json(200, "{") : null;
            var failure = await Assert.ThrowsAsync<ProfilesProtocolException>(() => terminal(asked));
            service.Emulator.Intercept = null;

            Assert.NotNull(failure.ResumeToken);
            if (asked == begun)
                Assert.Equal(token, failure.ResumeToken);
            Assert.Equal(expected, await terminal(asked.ResumeFrom(failure.ResumeToken)));
        }
    }

    [Fact]
    public async Task FailureOfTheFirstRequestOfAResumedRun_KeepsItsPlace()
    {
        await using var service = await TestService.StartAsync(30);
        var query = service.Query().WithPageSize(10);
        var token = await TokenBehindAsync(service, query, pages: 1);
        service.Emulator.Intercept = _ => EmulatorResponse.Error(403, "permission_error", "no");

        var failure = await Assert.ThrowsAsync<ProfilesPermissionException>(async () =>
        {
            await foreach (var _ in query.ResumeFrom(token)) { }
        });

        Assert.Equal(token, failure.ResumeToken);
    }

    [Fact]
    public async Task WorkersUnderWay_EndBeforeTheFailureComes()
    {
        await using var service = await TestService.StartAsync(30);
        var query = service.Query().WithPageSize(10).WithPrefetch(0);
        TaskCompletionSource failed = new();
        var requests = 0;
        service.Emulator.Intercept = _ =>
        {
            if (Interlocked.Increment(ref requests) < 2)
                return null;
            failed.TrySetResult();
            return EmulatorResponse.Json(200, "{");
        };
        System.Collections.Concurrent.ConcurrentBag<string> done = [];

        var failure = await Assert.ThrowsAsync<ProfilesProtocolException>(async () =>
            await query.ForEachAsync(
                async (profile, cancellationToken) =>
                {
                    if (profile.Id == TestProfiles.IdOf(25))
                        await failed.Task.WaitAsync(cancellationToken);
                    cancellationToken.ThrowIfCancellationRequested();
                    done.Add(profile.Id);
                },
                workers: 3
            )
        );

        service.Emulator.Intercept = null;
        var rest = await query.ResumeFrom(failure.ResumeToken).Select(p => p.Id).ToListAsync();
        Assert.Equal(TestProfiles.Newest(30, 30), done.Concat(rest).OrderDescending());
    }

    [Fact]
    public async Task PageInWhichTheCallersCodeThrows_IsNotGivenInPart()
    {
        await using var service = await TestService.StartAsync(30);
        var broken = true;
        var query = service
            .Query()
            .WithPageSize(10)
            .WhereOnClient(p => broken && p.Id == TestProfiles.IdOf(15) ? throw new InvalidTimeZoneException() : true);
        List<string> ids = [];
        string? token = null;

        await Assert.ThrowsAsync<InvalidTimeZoneException>(async () =>
        {
            await foreach (var page in query.AsPages())
            {
                ids.AddRange(page.Items.Select(p => p.Id));
                token = page.ResumeToken;
            }
        });

        broken = false;
        Assert.Equal(10, ids.Count);
        ids.AddRange(await query.ResumeFrom(token).Select(p => p.Id).ToListAsync());
        Assert.Equal(TestProfiles.Newest(30, 30), ids);
    }

    [Fact]
    public async Task SortOnTheClient_EndsWithoutAToken()
    {
        await using var service = await TestService.StartAsync(30);
        List<ProfilePage<UserProfile>> pages = [];

        await foreach (var page in service.Query().Take(20).OrderBy(p => p.UpdatedAt).AsPages())
            pages.Add(page);

        Assert.Equal(20, pages.Sum(page => page.Items.Count));
        Assert.Null(pages[^1].ResumeToken);
    }

    private static readonly Dictionary<string, Func<ProfileQuery<UserProfile>, Task<string>>> Terminals = new()
    {
        ["ToListAsync"] = async query => $"{(await query.ToListAsync()).Count}",
        ["ToHashSetAsync"] = async query => $"{(await query.Select(p => p.Id).ToHashSetAsync()).Count}",
        ["ToDictionaryAsync"] = async query => $"{(await query.ToDictionaryAsync(p => p.Id)).Count}",
        ["CountAsync"] = async query => $"{await query.CountAsync()}",
        ["ContainsAsync"] = async query => $"{await query.Select(p => p.Id).ContainsAsync(TestProfiles.IdOf(2))}",
        ["AnyAsync(p)"] = async query => $"{await query.AnyAsync(p => p.Name == "B0003")}",
        ["LastAsync(p)"] = async query => (await query.LastAsync(p => p.Name == "a0014")).Id,
        ["MinByAsync"] = async query => (await query.MinByAsync(p => p.UpdatedAt))!.Id,
        ["MaxAsync"] = async query => $"{await query.MaxAsync(p => p.Name)}",
        ["ElementAtAsync"] = async query => (await query.ElementAtAsync(11)).Id,
        ["ToPageAsync"] = async query => string.Join(' ', (await query.ToPageAsync(11)).Items.Select(p => p.Id)),
    };

    private static async Task<string?> TokenBehindAsync(TestService service, ProfileQuery<UserProfile> query, int pages)
    {
        await foreach (var page in query.AsPages())
        {
            if (--pages > 0)
                continue;
            service.Emulator.ClearRequests();
            return page.ResumeToken;
        }
        return null;
    }
}
