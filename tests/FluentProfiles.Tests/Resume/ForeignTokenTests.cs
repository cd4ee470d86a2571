namespace FluentProfiles.Tests.Resume;

public sealed class ForeignTokenTests
{
    private static readonly Dictionary<string, Func<ProfileQuery<UserProfile>, ProfileQuery<UserProfile>>> Others =
        new()
        {
            ["order"] = query => query.OrderBy(),
            ["direction"] = query => query.OrderByDescending(p => p.Name),
            ["filter"] = query => query.Where(p => p.EnforcementStatus == "banned"),
            ["client filter"] = query => query.Where(p => p.Name == "b"),
            ["window"] = query => query.Take(7),
            ["shape"] = query => query.WithBeta(AnthropicBeta.UserProfiles2026_09_04),
            ["workspace"] = query => query.WithWorkspace("wrkspc_1"),
        };

    public static TheoryData<string> Names => [.. Others.Keys];

    [Theory]
    [MemberData(nameof(Names))]
    public async Task TokenOfAnotherQuery_Throws(string other)
    {
        await using var service = await TestService.StartAsync(50);
        var query = service.Query().OrderBy(p => p.Name);
        var token = (await query.ToPageAsync(5)).ResumeToken;
        service.Emulator.ClearRequests();

        await Assert.ThrowsAsync<ArgumentException>(async () =>
            await Others[other](query).ResumeFrom(token).ToListAsync()
        );
        await Assert.ThrowsAsync<ArgumentException>(async () => await Others[other](query).ToPageAsync(5, token));

        Assert.Empty(service.Requests);
    }

    [Fact]
    public async Task OtherCodeOnTheClient_Throws()
    {
        await using var service = await TestService.StartAsync(50);
        var token = (await service.Query().WhereOnClient(p => p.Name != "a").ToPageAsync(5)).ResumeToken;
        var named = (await service.Query().WhereOnClient(HasName).ToPageAsync(5)).ResumeToken;

        await Assert.ThrowsAsync<ArgumentException>(async () =>
            await service.Query().WhereOnClient(p => p.Name != "b").ResumeFrom(token).ToListAsync()
        );
        await Assert.ThrowsAsync<ArgumentException>(async () =>
            await service.Query().WhereOnClient(HasName).ResumeFrom(token).ToListAsync()
        );
        Assert.NotEmpty(await service.Query().WhereOnClient(HasName).ResumeFrom(named).ToListAsync());
    }

    [Theory]
    [InlineData("order", "created_at ascending here")]
    [InlineData("filter", "a condition")]
    [InlineData("window", "a Skip or a Take")]
    [InlineData("shape", "V2026_09_04 here")]
    [InlineData("workspace", "the workspace")]
    public async Task Refusal_NamesWhatDiffers(string other, string difference)
    {
        await using var service = await TestService.StartAsync(50);
        var query = service.Query().OrderBy(p => p.Name);
        var token = (await query.ToPageAsync(5)).ResumeToken;

        var refusal = await Assert.ThrowsAsync<ArgumentException>(async () =>
            await Others[other](query).ResumeFrom(token).ToListAsync()
        );

        Assert.Contains(difference, refusal.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("a", "b")]
    [InlineData("1 2 3 4", "1 2 3 5")]
    public async Task TokenOfAnotherValue_Throws(string mine, string theirs)
    {
        await using var service = await TestService.StartAsync(50);
        var names = mine.Split(' ');
        var query = service.Query().Where(p => !names.Contains(p.Name));
        var token = (await query.ToPageAsync(5)).ResumeToken;
        Assert.Equal(5, (await query.ToPageAsync(5, token)).Items.Count);

        names = theirs.Split(' ');

        await Assert.ThrowsAsync<ArgumentException>(async () => await query.ToPageAsync(5, token));
    }

    [Fact]
    public async Task TokenOfAnotherService_Throws()
    {
        await using var service = await TestService.StartAsync(50);
        await using var other = await TestService.StartAsync(50);
        var token = (await service.Query().ToPageAsync(5)).ResumeToken;

        await Assert.ThrowsAsync<ArgumentException>(async () => await other.Query().ResumeFrom(token).ToListAsync());

        Assert.Empty(other.Requests);
    }

    [Fact]
    public async Task DamagedToken_ThrowsAtOnce()
    {
        await using var service = await TestService.StartAsync(50);
        var token = (await service.Query().ToPageAsync(5)).ResumeToken!;

        for (var i = 0; i < token.Length - 1; i++)
        {
            var damaged = token[..i] + (token[i] == 'A' ? 'B' : 'A') + token[(i + 1)..];
            Assert.Throws<ArgumentException>(() => service.Query().ResumeFrom(damaged));
        }
        Assert.Throws<ArgumentException>(() => service.Query().ResumeFrom(token[..^1]));
        Assert.Throws<ArgumentException>(() => service.Query().ResumeFrom(token + "A"));
    }

    [Theory]
    [InlineData(" ")]
    [InlineData("next_page")]
    [InlineData("AAAA")]
    [InlineData("é ü")]
    [InlineData("====")]
    public async Task ForeignText_ThrowsAtOnce(string text)
    {
        Assert.Throws<ArgumentException>(() => ProfileQuery.FromItems([]).ResumeFrom(text));
        await Assert.ThrowsAsync<ArgumentException>(async () => await ProfileQuery.FromItems([]).ToPageAsync(5, text));
    }

    private static bool HasName(UserProfile profile) => profile.Name is not null;

    [Fact]
    public async Task RawCursor_IsNoToken()
    {
        await using var service = await TestService.StartAsync(50);
        await using var pages = service.Query().WithPageSize(5).AsPages().GetAsyncEnumerator();
        await pages.MoveNextAsync();

        Assert.Throws<ArgumentException>(() => service.Query().ResumeFrom(pages.Current.NextPage));
    }
}
