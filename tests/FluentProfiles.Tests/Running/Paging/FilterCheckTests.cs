using FluentProfiles.Tests.Http;

namespace FluentProfiles.Tests.Running.Paging;

/// <summary>What the service was asked to filter is checked: a profile that fails the filter is dropped, a page most of which
/// fails it is refused.</summary>
public sealed class FilterCheckTests
{
    [Theory]
    [InlineData("")]
    [InlineData("b")]
    [InlineData("bbuu")]
    [InlineData("ubb", "b")]
    [InlineData("u", "b", "u", "b")]
    [InlineData("ubb", "u", "bb", "bub")]
    [InlineData("u")]
    [InlineData("", "u", "")]
    public async Task FewThatFail_AreDropped(params string[] pages)
    {
        await using var service = await TestService.StartAsync(0);
        service.Emulator.AnswerWith(Pages(pages));

        var ids = await Banned(service).Select(p => p.Id).ToListAsync();

        Assert.Equal(
            string.Concat(pages).Select((status, i) => (status, i)).Where(p => p.status == 'b').Select(p => $"b{p.i}"),
            ids
        );
    }

    [Theory]
    [InlineData("uu")]
    [InlineData("buu")]
    [InlineData("uuuuuuuuuu")]
    [InlineData("u", "u")]
    [InlineData("bb", "u", "u")]
    [InlineData("bbbbbbbbbb", "uuub")]
    [InlineData("u", "", "u")]
    public async Task MostThatFail_Throw(params string[] pages)
    {
        await using var service = await TestService.StartAsync(0);
        foreach (var query in new[] { Banned(service), Banned(service).OrderBy(p => p.Name), Banned(service).Take(50) })
        {
            service.Emulator.AnswerWith(Pages(pages));
            var failure = await Assert.ThrowsAsync<ProfilesProtocolException>(async () => await query.ToListAsync());

            Assert.Contains("enforcement_status", failure.Message, StringComparison.Ordinal);
            Assert.NotNull(failure.ResumeToken);
        }
    }

    [Theory]
    [InlineData("")]
    [InlineData(",\"enforcement_status\":null")]
    [InlineData(",\"Enforcement_Status\":\"banned\"")]
    public async Task StatusThatIsMissing_Throws(string member)
    {
        await using var service = await TestService.StartAsync(0);
        service.Emulator.AnswerWith(
            $$"""
            {"data":[{"id":"a","created_at":"{{Answers.Created}}","enforcement_status":"banned"},
                     {"id":"b","created_at":"{{Answers.Created}}"{{member}}}],"next_page":null}
            """
        );

        var failure = await Assert.ThrowsAsync<ProfilesProtocolException>(async () =>
            await Banned(service).ToListAsync()
        );

        Assert.Contains("enforcement_status", failure.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task FilterThatAnIntermediaryDrops_IsNoticedByEveryTerminal()
    {
        await using var service = await TestService.StartAsync(40);
        using var client = WithoutFilter().Client(service);
        var query = client.Query().Where(p => p.EnforcementStatus == EnforcementStatus.Banned);

        Func<Task>[] terminals =
        [
            async () => await query.ToListAsync(),
            async () => await query.Select(p => p.Name).ToListAsync(),
            async () => await query.FirstAsync(),
            async () => await query.AnyAsync(),
            async () => await query.ToPageAsync(5),
            async () => await query.LastAsync(),
            async () => await query.MinByAsync(p => p.CreatedAt),
            async () => await query.CountAsync(p => p.Name != null),
            async () => await query.WithTwoEndedScan().ToListAsync(),
            async () => await query.WithTwoEndedScan().CountAsync(),
            async () => await query.Where(p => p.Metadata["plan"] == "pro").ToListAsync(),
            async () => await query.WithDetails().ToListAsync(),
            async () => await query.ForEachAsync((_, _) => default, workers: 4),
            async () => await query.AsPages().ToListAsync(),
        ];

        foreach (var terminal in terminals)
            await Assert.ThrowsAsync<ProfilesProtocolException>(terminal);
    }

    [Fact]
    public async Task FilterThatAnIntermediaryNarrows_IsNotNoticed()
    {
        await using var service = await TestService.StartAsync(40);
        var intermediary = WithoutFilter();
        intermediary.Address = address => address.Replace("&enforcement_status%5B%5D=restricted", "");
        using var client = intermediary.Client(service);

        var profiles = await client
            .Query()
            .Where(p =>
                p.EnforcementStatus == EnforcementStatus.Banned || p.EnforcementStatus == EnforcementStatus.Restricted
            )
            .ToListAsync();

        Assert.Equal(10, profiles.Count);
    }

    [Fact]
    public async Task DroppedProfiles_ChangeNoPosition()
    {
        await using var service = await TestService.StartAsync(0);
        string[] pages = Pages("bub", "bbu", "b");
        service.Emulator.AnswerWith([pages[0], pages[0], pages[1], pages[1], pages[2]]);
        var query = Banned(service).OrderBy(p => p.Name).WithPageSize(3);
        List<string> ids = [];
        string? token = null;
        do
        {
            var page = await query.WithPrefetch(0).ToPageAsync(1, token);
            ids.AddRange(page.Items.Select(p => p.Id));
            token = page.ResumeToken;
        } while (token is not null && ids.Count < 5);

        Assert.Equal(["b0", "b2", "b3", "b4", "b6"], ids);
    }

    private static Intermediary WithoutFilter() =>
        new() { Address = address => address.Replace("&enforcement_status%5B%5D=banned", "") };

    private static ProfileQuery<UserProfile> Banned(TestService service) =>
        service.Query().Where(p => p.EnforcementStatus == EnforcementStatus.Banned);

    /// <summary>Pages of profiles, a letter each: b for a banned one, u for an unrestricted one.</summary>
    private static string[] Pages(params string[] pages)
    {
        var number = 0;
        return
        [
            .. pages.Select(
                (page, i) =>
                    $$"""{"data":[{{string.Join(',', page.Select(status => Profile(status, number++)))}}],"next_page":{{(i == pages.Length - 1 ? "null" : $"\"{i}\"")}}}"""
            ),
        ];
    }

    private static string Profile(char status, int number) =>
        $$"""{"id":"{{status}}{{number}}","created_at":"{{Answers.Created}}","enforcement_status":"{{(status == 'b' ? "banned" : "unrestricted")}}"}""";
}
