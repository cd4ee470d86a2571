using FluentProfiles.Mirror.Tests.Databases;
using FluentProfiles.Tests;

namespace FluentProfiles.Mirror.Tests.Querying;

public sealed class MirrorRefusalTests
{
    public static TheoryData<string> SettingsOfTheService =>
        ["WithBeta", "WithWorkspace", "WithHeader", "FromPage", "WithDetails"];

    [Theory]
    [MemberData(nameof(SettingsOfTheService))]
    public async Task SettingOfTheService_IsRefusedByName(string name)
    {
        await using var mirror = await TestMirror.OfAsync(DatabaseKind.Sqlite, TestProfiles.Many(3));
        var query = name switch
        {
            "WithBeta" => mirror.Query().WithBeta("user-profiles-2026-09-04"),
            "WithWorkspace" => mirror.Query().WithWorkspace("wrkspc_1"),
            "WithHeader" => mirror.Query().WithHeader("x-team", "a"),
            "FromPage" => mirror.Query().FromPage("page_2"),
            _ => mirror.Query().WithDetails(),
        };

        var thrown = await Assert.ThrowsAsync<UnsupportedQueryException>(() => query.ToListAsync().AsTask());

        Assert.StartsWith(name, thrown.Message, StringComparison.Ordinal);
        Assert.Contains("the mirror", thrown.Message, StringComparison.Ordinal);
        Assert.Throws<UnsupportedQueryException>(() => query.Explain());
    }

    [Fact]
    public async Task PrefetchTwoEndsAndRetries_HaveNoEffect()
    {
        await using var mirror = await TestMirror.OfAsync(DatabaseKind.Sqlite, TestProfiles.Many(30));

        var ids = await mirror
            .Query()
            .WithPrefetch(9)
            .WithTwoEndedScan()
            .WithMaxRetries(2)
            .WithAttemptTimeout(TimeSpan.FromSeconds(1))
            .WithPageSize(7)
            .Select(p => p.Id)
            .ToListAsync();

        Assert.Equal(TestProfiles.Newest(30, 30), ids);
    }

    [Fact]
    public async Task BulkWrite_IsRefused()
    {
        await using var mirror = await TestMirror.OfAsync(DatabaseKind.Sqlite, TestProfiles.Many(3));

        var thrown = await Assert.ThrowsAsync<UnsupportedQueryException>(() =>
            mirror.Query().Where(p => p.Name == null).ExecuteDeleteAsync()
        );

        Assert.Contains("the mirror", thrown.Message, StringComparison.Ordinal);
    }

    [Theory]
    [OnSqlite]
    [OnPostgres]
    public async Task IncompleteMirror_IsReadOnlyWithAllowPartial(DatabaseKind kind)
    {
        await using var database = await TestDatabase.CreateWithTablesAsync(kind);
        using ProfilesClient client = new(new() { ApiKey = "sk-ant-test", BaseUrl = "https://api.example" });
        await using var mirror = await TestMirror.OpenAsync(database, client);
        await mirror.Store.PutAsync(TestProfiles.Many(3));

        var thrown = await Assert.ThrowsAsync<MirrorNotReadyException>(() => mirror.Query().CountAsync().AsTask());
        await Assert.ThrowsAsync<MirrorNotReadyException>(() => mirror.Query().ToListAsync().AsTask());
        await Assert.ThrowsAsync<MirrorNotReadyException>(() =>
            mirror.Query(TimeSpan.FromHours(1)).FirstAsync().AsTask()
        );

        Assert.Contains("AllowPartial()", thrown.Message, StringComparison.Ordinal);
        Assert.Equal(3, await mirror.Query().AllowPartial().CountAsync());
        Assert.Equal(2, (await mirror.Query().Select(p => p.Name).Take(2).AllowPartial().ToListAsync()).Count);
        await mirror.Store.CompleteAsync(TestMirror.AsOf);
        Assert.Equal(3, await mirror.Query().CountAsync());
    }

    [Fact]
    public async Task AllowPartialElsewhere_IsRefused()
    {
        await using var mirror = await TestMirror.OfAsync(DatabaseKind.Sqlite);

        Assert.Throws<ArgumentException>("query", () => mirror.Mirror.Client.Query().AllowPartial());
        Assert.Throws<ArgumentNullException>("query", () => ((ProfileQuery<UserProfile>)null!).AllowPartial());
    }

    [Fact]
    public async Task OldMirror_IsRefusedByAQueryThatLimitsItsAge()
    {
        Microsoft.Extensions.Time.Testing.FakeTimeProvider clock = new(TestMirror.AsOf.AddHours(3));
        using ProfilesClient client = new(
            new()
            {
                ApiKey = "sk-ant-test",
                BaseUrl = "https://api.example",
                TimeProvider = clock,
            }
        );
        await using var mirror = await TestMirror.OfAsync(DatabaseKind.Sqlite, client, TestProfiles.Many(3));

        var thrown = await Assert.ThrowsAsync<MirrorStaleException>(() =>
            mirror.Mirror.Query(maxStaleness: TimeSpan.FromHours(2)).CountAsync().AsTask()
        );

        Assert.Equal(TestMirror.AsOf, thrown.AsOf);
        Assert.StartsWith(
            "The mirror's data is from 2026-11-29T12:00:00Z, 3 hours ago, but the query allows at most 2 hours.",
            thrown.Message,
            StringComparison.Ordinal
        );
        Assert.Equal(3, await mirror.Mirror.Query(TimeSpan.FromHours(3)).CountAsync());
        Assert.Equal(3, await mirror.Query().CountAsync());
        Assert.Throws<ArgumentOutOfRangeException>("maxStaleness", () => mirror.Mirror.Query(TimeSpan.FromTicks(-1)));
    }

    [Fact]
    public async Task MemberThatIsNotStored_IsRefusedWhereAQueryNamesIt()
    {
        await using var mirror = await TestMirror.OfAsync(DatabaseKind.Sqlite, TestProfiles.Many(3));
        ProfileMirrorOptions options = new();
        options.Store(members =>
            members.Except(p => p.Name).Except(p => p.ExternalUserDetails.NameHash).ExceptMetadata("email")
        );
        await using var nameless = await TestMirror.OpenAsync(mirror.Database, mirror.Mirror.Client, options);
        var query = nameless.Query();

        AssertRefused("name", query.Where(p => p.Name == "a"));
        AssertRefused("name", query.Where(p => p.Name == null));
        AssertRefused("name", query.OrderBy(p => p.Name));
        AssertRefused("name", query.Select(p => p.Name));
        AssertRefused("metadata key \"email\"", query.Where(p => p.Metadata["email"] == "a"));
        AssertRefused("metadata key \"email\"", query.Where(p => !p.Metadata.ContainsKey("email")));
        // Whole profiles are returned, and the conditions on them are the client's.
        AssertRefused("name", query.Where(p => p.Name!.StartsWith('a')));
        AssertRefused("name", query.Where(p => p.AdditionalProperties.Count == 0 && p.Name != "a"));
        AssertRefused("name", query.Select(p => new { Whole = p, p.Name }));
        AssertRefused("name", query.Take(2).Where(p => p.Name!.Length > 1));
        AssertRefused("name", query.Take(2).OrderBy(p => p.Name));
        AssertRefused(
            "external_user_details.name_hash",
            query.Where(p => p.ExternalUserDetails.NameHash!.StartsWith('a'))
        );
        AssertRefused("metadata key \"email\"", query.Where(p => p.Metadata["email"]!.EndsWith(".com")));
        AssertRefused("metadata key \"email\"", query.Select(p => new { Whole = p, Mail = p.Metadata["email"] }));
        Assert.Equal(
            3,
            await query.CountAsync(p => p.Metadata["phone"]!.Length > 1 || p.AdditionalProperties.Count == 0)
        );
        Assert.Equal(1, await query.CountAsync(p => p.Metadata["plan"] == "pro"));
        Assert.Equal(3, (await query.ToListAsync()).Count);

        static void AssertRefused<T>(string member, ProfileQuery<T> refused) =>
            Assert.Contains(
                $"needs {(member.StartsWith('m') ? "the " : "")}{member}, which the mirror was told not to store",
                Assert.Throws<UnsupportedQueryException>(() => refused.Explain().ToString()).Message,
                StringComparison.Ordinal
            );
    }
}
