using FluentProfiles.Mirror.Storing;
using FluentProfiles.Mirror.Storing.Rows;
using FluentProfiles.Mirror.Tests.Databases;
using Microsoft.EntityFrameworkCore;
using static FluentProfiles.Mirror.Tests.TestRows;

namespace FluentProfiles.Mirror.Tests.Storing;

public sealed class RemovedProfilesTests
{
    [Theory]
    [OnSqlite]
    [OnPostgres]
    public async Task AReadingFromBeforeARemoval_DoesNotBringTheProfileBack(DatabaseKind kind)
    {
        await using var database = await TestDatabase.CreateWithTablesAsync(kind);
        var store = database.Store();
        await store.PutAsync(Row(JsonOf("uprof_1")), Row(JsonOf("uprof_2")));
        await RemoveAsync(store, 10, "uprof_1");

        Assert.Equal(new(0, 0, 0, 1), await store.PutAsync(Row(JsonOf("uprof_1", "Late"), seconds: 9)));
        Assert.Equal(new(0, 0, 0, 1), await store.PutAsync(Row(JsonOf("uprof_1", "Late"), seconds: 10)));
        Assert.Equal(["uprof_2"], (await store.AllAsync()).Select(row => row.Id));

        Assert.Equal(new(1, 0, 0, 0), await store.PutAsync(Row(JsonOf("uprof_1", "Anew"), seconds: 11)));
    }

    [Theory]
    [OnSqlite]
    [OnPostgres]
    public async Task AProfileThatWasGoneBeforeItWasStored_IsNotAddedByAnOlderReading(DatabaseKind kind)
    {
        await using var database = await TestDatabase.CreateWithTablesAsync(kind);
        var store = database.Store();
        await store.WriteAsync(
            (writer, token) => writer.NoteGoneAsync(["uprof_1"], Requested.AddSeconds(10), token),
            default
        );

        Assert.Equal(
            new(1, 0, 0, 1),
            await store.PutAsync(Row(JsonOf("uprof_1"), seconds: 5), Row(JsonOf("uprof_2"), seconds: 5))
        );
    }

    [Theory]
    [OnSqlite]
    [OnPostgres]
    public async Task AReadingOlderThanWhatIsRemembered_IsRefused(DatabaseKind kind)
    {
        await using var database = await TestDatabase.CreateWithTablesAsync(kind);
        var store = database.Store();
        await RemoveAsync(store, 0, "uprof_1");
        await store.PutAsync(Row(JsonOf("uprof_2"), seconds: 8 * 24 * 3600));
        await store.WriteAsync((writer, token) => writer.Removals.DropOldAsync(token), default);

        var failure = await Assert.ThrowsAsync<MirrorException>(() =>
            store.PutAsync(Row(JsonOf("uprof_1"), seconds: -1))
        );

        Assert.Contains("more than 7 days older", failure.Message);
        Assert.Equal(new(1, 0, 0, 0), await store.PutAsync(Row(JsonOf("uprof_3"), seconds: 2 * 24 * 3600)));
    }

    [Theory]
    [OnSqlite]
    [OnPostgres]
    public async Task TheNumberOfRows_IsThatOfTheTable(DatabaseKind kind)
    {
        await using var database = await TestDatabase.CreateWithTablesAsync(kind);
        var store = database.Store();
        Random random = new(20261129);
        for (var step = 0; step < 60; step++)
        {
            var ids = Enumerable.Range(0, random.Next(1, 8)).Select(_ => $"uprof_{random.Next(30)}").ToArray();
            switch (random.Next(12))
            {
                case 0:
                    await store.ResetAsync(default);
                    break;
                case 1:
                    await Assert.ThrowsAsync<InvalidOperationException>(() => AbandonAsync(store, ids, step));
                    break;
                case < 5:
                    await RemoveAsync(store, random.Next(step + 1), [.. ids.Distinct()]);
                    break;
                default:
                    await store.PutAsync([.. ids.Select(id => Row(JsonOf(id, $"{step}"), random.Next(step + 1)))]);
                    break;
            }
            var counted = await store.ReadAsync((reader, token) => reader.CountAsync(RowRange.All, token), default);
            Assert.Equal(counted, (await store.ReadScopeAsync(default)).Rows);
        }
    }

    private static Task AbandonAsync(MirrorStore store, string[] ids, int seconds) =>
        store.WriteAsync(
            async (writer, token) =>
            {
                await writer.PutAsync([.. ids.Select(id => Row(JsonOf(id), seconds))], token);
                throw new InvalidOperationException();
            },
            default
        );

    private static Task RemoveAsync(MirrorStore store, int seconds, params string[] ids) =>
        store.WriteAsync(
            async (writer, token) =>
            {
                List<StoredRow> rows = await writer.Reader.ByIdAsync(ids, token);
                await writer.RemoveAsync(rows, Requested.AddSeconds(seconds), token);
            },
            default
        );
}
