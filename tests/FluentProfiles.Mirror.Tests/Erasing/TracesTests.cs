using System.Globalization;
using FluentProfiles.Mirror.Model;
using FluentProfiles.Mirror.Tests.Databases;
using FluentProfiles.Mirror.Tests.Querying;
using FluentProfiles.Tests;
using static FluentProfiles.Mirror.Tests.TestRows;

namespace FluentProfiles.Mirror.Tests.Erasing;

/// <summary>Looks for erased people in all bytes of a database. <c>FLUENTPROFILES_ERASURES</c> sets how many are erased.</summary>
public sealed class TracesTests
{
    // What is shorter may be found by chance.
    private const int Shortest = 9;

    [Theory]
    [OnSqlite]
    [OnPostgres]
    public async Task AForgottenPerson_IsNowhereInTheDatabase(DatabaseKind kind)
    {
        await using var database = await TestDatabase.CreateWithTablesAsync(kind);
        using var client = TestClients.Of();
        await using var mirror = await ProfileMirror.OpenAsync(
            client,
            new TestContexts<OrdersContext>(database.Context),
            new() { KeepChangeValues = true }
        );
        using var otherClient = TestClients.Of(workspace: "wrkspc_2");
        await using var other = await ProfileMirror.OpenAsync(
            otherClient,
            new TestContexts<OrdersContext>(database.Context)
        );
        Random random = new(23);
        RandomPeople people = new(random);
        var erased = Scale.Of("FLUENTPROFILES_ERASURES", 6);
        List<string> traces = [];
        await mirror.Store.CompleteAsync(Requested);
        // Each is changed several times, among others, so that pages of the database split.
        for (var turn = 0; turn < 4; turn++)
        {
            foreach (var number in Enumerable.Range(0, erased * 20).OrderBy(_ => random.Next()).Chunk(50))
            {
                var rows = number.Select(one => Row(people.Next(one))).ToArray();
                await mirror.Store.PutAsync(rows);
            }
            traces.AddRange(people.Texts.Where(text => text.Number < erased).Select(text => text.Text));
        }
        await AddTracesAsync(database, erased);
        await AddTracesAsync(database, erased, scope: 2);
        traces = [.. traces.Distinct().Where(text => text.Length >= Shortest)];
        var before = await DatabaseBytes.FindAsync(database, traces);

        for (var number = 0; number < erased; number++)
            Assert.True(await mirror.ForgetAsync(RandomPeople.IdOf(number)));

        Assert.True(before.Count > traces.Count / 2, $"{before.Count} of {traces.Count} were found before");
        Assert.Empty(await DatabaseBytes.FindAsync(database, traces));
        Assert.Equal(19 * erased, (await mirror.Store.AllAsync()).Count);
    }

    [Theory]
    [OnSqlite]
    [OnPostgres]
    public async Task ARemovedProfile_LeavesItsIdAlone(DatabaseKind kind)
    {
        await using var database = await TestDatabase.CreateWithTablesAsync(kind);
        using var client = TestClients.Of();
        await using var mirror = await ProfileMirror.OpenAsync(
            client,
            new TestContexts<OrdersContext>(database.Context),
            new() { KeepChangeValues = true }
        );
        RandomPeople people = new(new(5));
        await mirror.Store.CompleteAsync(Requested);
        for (var turn = 0; turn < 3; turn++)
            await mirror.Store.PutAsync(Row(people.Next(1)), Row(people.Next(2)));
        await AddTracesAsync(database, 2);
        var gone = (await mirror.Store.AllAsync()).Where(row => row.Id == RandomPeople.IdOf(1)).ToList();
        await mirror.Store.WriteAsync((writer, stop) => writer.RemoveAsync(gone, writer.Moment, stop), default);
        if (kind == DatabaseKind.Sqlite)
            await using (Microsoft.Data.Sqlite.SqliteConnection connection = new(database.Connection))
                Microsoft.Data.Sqlite.SqliteConnection.ClearPool(connection);

        var texts = people
            .Texts.Where(text => text.Number == 1)
            .Select(text => text.Text)
            .Where(text => text.Length >= Shortest);

        Assert.Equal([RandomPeople.IdOf(1)], (await DatabaseBytes.FindAsync(database, texts)).Distinct());
    }

    private static async Task AddTracesAsync(TestDatabase database, int count, int scope = 1)
    {
        await using var context = database.Context();
        foreach (var number in Enumerable.Range(0, count))
        {
            var id = RandomPeople.IdOf(number);
            var key = number.ToString(CultureInfo.InvariantCulture);
            context.AddRange(
                new MirrorEvent
                {
                    Scope = scope,
                    Id = $"evt_{key}",
                    Profile = id,
                },
                new MirrorPendingRead { Scope = scope, Profile = id },
                new MirrorRemoval { Scope = scope, Profile = id },
                new MirrorChange
                {
                    Scope = scope,
                    Position = long.MaxValue - number,
                    Profile = id,
                    Kind = MirrorChangeKind.Removed,
                    Fields = "[]",
                },
                new MirrorCandidate
                {
                    Scope = scope,
                    Profile = ((long)scope << 40) + number + 1,
                    Kind = MirrorPassKind.Full,
                }
            );
        }
        var row = context.Set<MirrorScope>().Single(one => one.Id == scope);
        context.Entry(row).Property(one => one.LastError).CurrentValue = $"{RandomPeople.IdOf(0)} was not understood.";
        await context.SaveChangesAsync();
    }
}
