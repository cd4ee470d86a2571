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
        var before = await store.LastMomentAsync();
        await RemoveAsync(store, "uprof_1");

        Assert.Equal(new(0, 0, 0, 1), await store.PutReadAtAsync(before, Row(JsonOf("uprof_1", "Late"))));
        Assert.Equal(["uprof_2"], (await store.AllAsync()).Select(row => row.Id));

        Assert.Equal(new(1, 0, 0, 0), await store.PutAsync(Row(JsonOf("uprof_1", "Anew"))));
    }

    [Theory]
    [OnSqlite]
    [OnPostgres]
    public async Task AProfileThatWasGoneBeforeItWasStored_IsNotAddedByAnOlderReading(DatabaseKind kind)
    {
        await using var database = await TestDatabase.CreateWithTablesAsync(kind);
        var store = database.Store();
        await store.PutAsync(Row(JsonOf("uprof_3")));
        var before = await store.LastMomentAsync();
        await store.WriteAsync((writer, token) => writer.NoteGoneAsync(["uprof_1"], token), default);

        Assert.Equal(
            new(1, 0, 0, 1),
            await store.PutReadAtAsync(before, Row(JsonOf("uprof_1")), Row(JsonOf("uprof_2")))
        );
    }

    [Theory]
    [OnSqlite]
    [OnPostgres]
    public async Task AReadingOlderThanWhatIsRemembered_IsRefused(DatabaseKind kind)
    {
        await using var database = await TestDatabase.CreateWithTablesAsync(kind);
        var store = database.Store();
        await store.PutAsync(Row(JsonOf("uprof_1")));
        var before = await store.LastMomentAsync();
        await RemoveAsync(store, "uprof_1");
        await LetPassAsync(store, TimeSpan.FromDays(8));
        await store.WriteAsync((writer, token) => writer.Removals.DropOldAsync(token), default);

        var failure = await Assert.ThrowsAsync<MirrorException>(() =>
            store.PutReadAtAsync(before, Row(JsonOf("uprof_1")))
        );

        Assert.Contains("more than 7 days older", failure.Message);
        Assert.Equal(new(1, 0, 0, 0), await store.PutReadAtAsync(before.AddDays(2), Row(JsonOf("uprof_3"))));
    }

    [Theory]
    [OnSqlite]
    [OnPostgres]
    public async Task TheNumberOfRows_IsThatOfTheTable(DatabaseKind kind)
    {
        await using var database = await TestDatabase.CreateWithTablesAsync(kind);
        var store = database.Store();
        Random random = new(20261129);
        await store.PutAsync(Row(JsonOf("uprof_0")));
        List<DateTimeOffset> moments = [await store.LastMomentAsync()];
        for (var step = 0; step < 60; step++)
        {
            var ids = Enumerable.Range(0, random.Next(1, 8)).Select(_ => $"uprof_{random.Next(30)}").ToArray();
            switch (random.Next(12))
            {
                case 0:
                    await store.ResetAsync(default);
                    break;
                case 1:
                    await Assert.ThrowsAsync<InvalidOperationException>(() => AbandonAsync(store, ids));
                    break;
                case < 5:
                    await RemoveAsync(store, moments[random.Next(moments.Count)], [.. ids.Distinct()]);
                    break;
                default:
                    await store.PutReadAtAsync(
                        moments[random.Next(moments.Count)],
                        [.. ids.Select(id => Row(JsonOf(id, $"{step}")))]
                    );
                    break;
            }
            moments.Add(await store.LastMomentAsync());
            var counted = await store.ReadAsync((reader, token) => reader.CountAsync(new(), token), default);
            Assert.Equal(counted, (await store.ReadScopeAsync(default)).Rows);
        }
    }

    private static Task AbandonAsync(MirrorStore store, string[] ids) =>
        store.WriteAsync(
            async (writer, token) =>
            {
                await writer.PutAsync(
                    [.. ids.Select(id => Row(JsonOf(id)) with { RequestedAt = writer.Moment })],
                    token
                );
                throw new InvalidOperationException();
            },
            default
        );

    /// <summary>Lets time pass: the last moment is so much later.</summary>
    private static Task LetPassAsync(MirrorStore store, TimeSpan time) =>
        store.WriteAsync(
            (writer, _) =>
            {
                writer.Scope.LastMoment += time;
                writer.SaveScope();
                return Task.CompletedTask;
            },
            default
        );

    private static Task RemoveAsync(MirrorStore store, params string[] ids) => RemoveAsync(store, moment: null, ids);

    private static Task RemoveAsync(MirrorStore store, DateTimeOffset? moment, params string[] ids) =>
        store.WriteAsync(
            async (writer, token) =>
            {
                List<StoredRow> rows = await writer.Reader.ByIdAsync(ids, token);
                await writer.RemoveAsync(rows, moment ?? writer.Moment, token);
            },
            default
        );
}
