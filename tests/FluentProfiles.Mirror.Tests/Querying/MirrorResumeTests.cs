using FluentProfiles.Mirror.Tests.Databases;
using FluentProfiles.Tests;

namespace FluentProfiles.Mirror.Tests.Querying;

public sealed class MirrorResumeTests
{
    [Theory]
    [OnSqlite]
    [OnPostgres]
    public async Task EqualTimes_AreNeitherLostNorReturnedTwice(DatabaseKind kind)
    {
        await using var mirror = await TestMirror.OfAsync(
            kind,
            TestProfiles.Many(40).Select(profile => profile with { CreatedAt = TestProfiles.Start })
        );
        var expected = TestProfiles.Newest(40, 40);

        Assert.Equal(expected, await mirror.Query().WithPageSize(3).Select(p => p.Id).ToListAsync());
        var first = await mirror.Query().ToPageAsync(7);
        var rest = await mirror.Query().ResumeFrom(first.ResumeToken).ToListAsync();
        Assert.Equal(expected, first.Items.Concat(rest).Select(p => p.Id));
    }

    [Theory]
    [OnSqlite]
    [OnPostgres]
    public async Task APageThatGoesOn_ReadsAsManyProfilesAsItsCallAsksFor(DatabaseKind kind)
    {
        await using var mirror = await TestMirror.OfAsync(kind, TestProfiles.Many(60));
        var token = (await mirror.Query().ToPageAsync(30)).ResumeToken;
        using SentStatements sent = new(mirror.Database);

        var page = await mirror.Query().ToPageAsync(4, token);

        Assert.Equal(TestProfiles.Newest(60, 34)[30..], page.Items.Select(p => p.Id));
        Assert.Contains(sent.Texts, text => text.EndsWith("LIMIT 5", StringComparison.Ordinal));
        Assert.Equal(
            TestProfiles.Newest(60, 60)[34..],
            await mirror.Query().ResumeFrom(page.ResumeToken).WithPageSize(7).Select(p => p.Id).ToListAsync()
        );
    }

    [Theory]
    [OnSqlite]
    [OnPostgres]
    public async Task CountThatGoesOn_IsThatOfTheRest(DatabaseKind kind)
    {
        await using var mirror = await TestMirror.OfAsync(kind, TestProfiles.Many(40));
        foreach (
            var query in (ProfileQuery<UserProfile>[])
                [
                    mirror.Query(),
                    mirror.Query().Skip(3),
                    mirror.Query().OrderBy(p => p.Name),
                    mirror.Query().Where(p => p.Name != null).OrderBy(p => p.CreatedAt),
                ]
        )
        {
            var all = await query.Select(p => p.Id).ToListAsync();
            var rest = query.ResumeFrom((await query.ToPageAsync(5)).ResumeToken);

            Assert.Equal(all.Count, await query.CountAsync());
            Assert.Equal((all.Count - 5, all.Count - 5L), (await rest.CountAsync(), await rest.LongCountAsync()));
            Assert.True(await rest.AnyAsync());
            Assert.Equal((all[5], all[^1]), ((await rest.FirstAsync()).Id, (await rest.LastAsync()).Id));
            Assert.Equal(all[8], (await rest.ElementAtAsync(3)).Id);
        }
    }

    [Theory]
    [OnSqlite]
    [OnPostgres]
    public async Task NamesThatDifferOnlyBehindWhatIsSortedBy_AreNeitherLostNorReturnedTwice(DatabaseKind kind)
    {
        await using var mirror = await TestMirror.OfAsync(
            kind,
            TestProfiles.Many(40).Select((profile, number) => profile with { Name = new string('x', 600) + number % 7 })
        );
        List<string> ids = [];
        string? token = null;
        do
        {
            var page = await mirror.Query().OrderBy(p => p.Name).ToPageAsync(1 + ids.Count % 5, token);
            ids.AddRange(page.Items.Select(p => p.Id));
            token = page.ResumeToken;
        } while (token is not null);

        Assert.Equal(TestProfiles.Newest(40, 40).Order(), ids);
    }

    [Theory]
    [OnSqlite]
    [OnPostgres]
    public async Task ProfilesStoredAndRemovedMeanwhile_ChangeNoOtherPage(DatabaseKind kind)
    {
        await using var mirror = await TestMirror.OfAsync(kind, TestProfiles.Many(30).Take(20));
        var first = await mirror.Query().ToPageAsync(5);

        await mirror.Store.PutAsync(TestProfiles.Many(30).Skip(20));
        await mirror.Store.WriteAsync(
            async (writer, stop) =>
                await writer.RemoveAsync(
                    await writer.Reader.ByIdAsync([TestProfiles.IdOf(15), TestProfiles.IdOf(3)], stop),
                    DateTimeOffset.MaxValue,
                    stop
                ),
            default
        );
        var rest = await mirror.Query().ResumeFrom(first.ResumeToken).Select(p => p.Id).ToListAsync();

        Assert.Equal(TestProfiles.Ids([19, 18, 17, 16, 15]), first.Items.Select(p => p.Id));
        Assert.Equal(TestProfiles.Ids(Enumerable.Range(0, 15).Where(number => number != 3).Reverse()), rest);
    }

    [Fact]
    public async Task Token_HoldsForItsMirrorAlone()
    {
        await using var mirror = await TestMirror.OfAsync(DatabaseKind.Sqlite, TestProfiles.Many(30));
        using ProfilesClient other = new(new() { ApiKey = "sk-ant-test", BaseUrl = "https://other.example" });
        using ProfilesClient workspace = new(
            new()
            {
                ApiKey = "sk-ant-test",
                BaseUrl = "https://api.example",
                WorkspaceId = "wrkspc_1",
            }
        );
        await using var otherMirror = await TestMirror.OpenAsync(mirror.Database, other);
        await using var workspaceMirror = await TestMirror.OpenAsync(mirror.Database, workspace);
        var token = (await mirror.Query().ToPageAsync(5)).ResumeToken;

        await AssertRefusedAsync(otherMirror.Query());
        await AssertRefusedAsync(workspaceMirror.Query());
        await AssertRefusedAsync(mirror.Mirror.Client.Query());
        await AssertRefusedAsync(mirror.Query().Where(p => p.Metadata["plan"] == "pro"));
        await AssertRefusedAsync(mirror.Query().OrderBy(p => p.Name));
        Assert.Equal(5, (await mirror.Query().ToPageAsync(5, token)).Items.Count);

        async Task AssertRefusedAsync(ProfileQuery<UserProfile> query) =>
            await Assert.ThrowsAsync<ArgumentException>(() => query.ToPageAsync(5, token).AsTask());
    }
}
