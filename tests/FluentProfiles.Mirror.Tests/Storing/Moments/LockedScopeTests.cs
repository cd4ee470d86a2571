using FluentProfiles.Mirror.Model;
using FluentProfiles.Mirror.Storing.Moments;
using FluentProfiles.Mirror.Tests.Databases;
using static FluentProfiles.Mirror.Tests.TestRows;

namespace FluentProfiles.Mirror.Tests.Storing.Moments;

public sealed class LockedScopeTests
{
    private static readonly DateTimeOffset Now = new(2026, 5, 1, 0, 0, 0, TimeSpan.Zero);

    [Theory]
    [InlineData(null, 0)]
    [InlineData(-5, 0)]
    [InlineData(0, 1)]
    [InlineData(7_000_000, 7_000_001)]
    public void TheMoment_IsTheTimeAndLaterThanTheLast(int? last, int moment)
    {
        MirrorScope row = new() { LastMoment = last is { } known ? Now.AddMicroseconds(known) : null };
        LockedScope locked = new(row, Now, hasClaims: false);

        Assert.Equal(Now.AddMicroseconds(moment), locked.Moment);
        Assert.Equal(locked.Moment, locked.Moment);
        Assert.Equal(locked.Moment, row.LastMoment);
    }

    [Theory]
    [OnSqlite]
    [OnPostgres]
    public async Task EachTransactionThatWritesProfiles_HasALaterMoment(DatabaseKind kind)
    {
        await using var database = await TestDatabase.CreateWithTablesAsync(kind);
        var stores = Enumerable.Range(0, 4).Select(_ => database.Store()).ToArray();
        await stores[0].OpenAsync(default);

        await Parallel.ForAsync(
            0,
            40,
            async (number, _) => await stores[number % 4].PutAsync(Row(JsonOf($"uprof_{number}")))
        );

        var rows = await stores[0].AllAsync();
        Assert.Equal(40, rows.Select(row => row.StoredAt).Distinct().Count());
        Assert.Equal(rows.Max(row => row.StoredAt), await stores[1].LastMomentAsync());
        Assert.All(rows, row => Assert.True(row.RequestedAt < row.StoredAt));
    }

    [Theory]
    [OnSqlite]
    [OnPostgres]
    public async Task AStore_SeesTheMomentsThatItWritesAndReads(DatabaseKind kind)
    {
        await using var database = await TestDatabase.CreateWithTablesAsync(kind);
        var (store, other) = (database.Store(), database.Store());
        await other.OpenAsync(default);

        await store.PutAsync(Row(JsonOf("uprof_1")));
        Assert.Equal((await store.AllAsync())[0].StoredAt, store.Seen.Latest);
        Assert.Equal(DateTimeOffset.UnixEpoch, other.Seen.Latest);

        await other.ReadScopeAsync(default);
        Assert.Equal(store.Seen.Latest, other.Seen.Latest);
        var reopened = database.Store();
        await reopened.OpenAsync(default);
        Assert.Equal(store.Seen.Latest, reopened.Seen.Latest);
    }

    [Theory]
    [OnSqlite]
    [OnPostgres]
    public async Task ATransactionThatIsRolledBack_GivesNoMoment(DatabaseKind kind)
    {
        await using var database = await TestDatabase.CreateWithTablesAsync(kind);
        var store = database.Store();
        await store.PutAsync(Row(JsonOf("uprof_1")));
        var before = store.Seen.Latest;

        await Assert.ThrowsAsync<InvalidOperationException>(() =>
            store.WriteAsync(
                async (writer, token) =>
                {
                    await writer.PutAsync([Row(JsonOf("uprof_2")) with { RequestedAt = before }], token);
                    throw new InvalidOperationException();
                },
                default
            )
        );

        Assert.Equal(before, store.Seen.Latest);
        Assert.Equal(before, await store.LastMomentAsync());
    }
}
