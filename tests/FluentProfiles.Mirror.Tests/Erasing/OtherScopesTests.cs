using FluentProfiles.Mirror.Model;
using FluentProfiles.Mirror.Passes;
using FluentProfiles.Mirror.Tests.Databases;
using static FluentProfiles.Mirror.Tests.TestRows;

namespace FluentProfiles.Mirror.Tests.Erasing;

public sealed class OtherScopesTests
{
    private static readonly string[] Ids = [.. Enumerable.Range(1, 3).Select(RandomPeople.IdOf)];

    [Theory]
    [OnSqlite]
    [OnPostgres]
    public async Task EventsFromBeforeAScopeHadTheProfiles_AreNowhereAfterTheErasure(DatabaseKind kind)
    {
        await using var scopes = await TwoScopes.OpenAsync(kind);
        foreach (var id in Ids)
            await TwoScopes.ReceiveAsync(scopes.First, $"evt_{id[^4..]}", id);
        Assert.Equal([1, 2], await scopes.EventsAsync(Ids[0]));
        await TwoScopes.StoreAsync(scopes.First, Ids);

        Assert.True(await scopes.First.ForgetAsync(Ids[0]));
        Assert.Equal(Ids[1..], await DatabaseBytes.FindAsync(scopes.Database, Ids));
        Assert.Equal(2, await scopes.First.ForgetAsync(Ids));

        Assert.Empty(await DatabaseBytes.FindAsync(scopes.Database, Ids));
        await TwoScopes.ReceiveAsync(scopes.Second, "evt_later", Ids[0]);
        Assert.Empty(await DatabaseBytes.FindAsync(scopes.Database, Ids));
    }

    [Theory]
    [OnSqlite]
    [OnPostgres]
    public async Task AScopeThatHasTheProfile_KeepsIt(DatabaseKind kind)
    {
        await using var scopes = await TwoScopes.OpenAsync(kind);
        await TwoScopes.ReceiveAsync(scopes.First, "evt_1", Ids[0]);
        await TwoScopes.StoreAsync(scopes.First, Ids[0]);
        await TwoScopes.StoreAsync(scopes.Second, Ids[0]);

        await scopes.First.ForgetAsync(Ids[0]);

        Assert.Equal([2], await scopes.EventsAsync(Ids[0]));
        Assert.Single(await scopes.Second.Store.AllAsync());
        await scopes.Second.ForgetAsync(Ids[0]);
        Assert.Empty(await DatabaseBytes.FindAsync(scopes.Database, Ids));
    }

    [Theory]
    [OnSqlite]
    [OnPostgres]
    public async Task AnEventThatIsBeingReceived_IsNotStoredAfterTheErasure(DatabaseKind kind)
    {
        await using var scopes = await TwoScopes.OpenAsync(kind);
        // The first context finds both scopes, and the second one stores the event in the first of them.
        scopes.Contexts.Before(context: 3, () => scopes.First.ForgetAsync(Ids[0]));

        await TwoScopes.ReceiveAsync(scopes.Second, "evt_1", Ids[0]);

        Assert.Empty(await DatabaseBytes.FindAsync(scopes.Database, Ids[..1]));
    }

    [Theory]
    [OnSqlite]
    [OnPostgres]
    public async Task TheErasureOfAScopeThatNobodyRefreshes_HoldsForEvents(DatabaseKind kind)
    {
        await using var scopes = await TwoScopes.OpenAsync(kind, isFirstRefreshed: false);
        await scopes.First.ForgetAsync(Ids[0]);

        await TwoScopes.ReceiveAsync(scopes.Second, "evt_1", Ids[0]);
        await TwoScopes.ReceiveAsync(scopes.Second, "evt_2", Ids[1]);

        Assert.Empty(await scopes.EventsAsync(Ids[0]));
        Assert.Equal([2], await scopes.EventsAsync(Ids[1]));
    }

    [Theory]
    [OnSqlite]
    [OnPostgres]
    public async Task ALedger_RemovesWhatABackupHasInOtherScopes(DatabaseKind kind)
    {
        await using var scopes = await TwoScopes.OpenAsync(kind);
        await scopes.First.ForgetAsync(Ids[0]);
        var ledger = await scopes.First.ExportErasuresAsync();
        await using (var context = scopes.Database.Context())
        {
            // As the backup has them.
            context.AddRange(
                new MirrorPendingRead { Scope = 2, Profile = Ids[0] },
                new MirrorPendingRead { Scope = 2, Profile = Ids[1] }
            );
            await context.SaveChangesAsync();
        }

        await scopes.First.ApplyErasuresAsync(ledger);

        Assert.Equal(Ids[1..2], await DatabaseBytes.FindAsync(scopes.Database, Ids));
    }

    [Theory]
    [OnSqlite]
    [OnPostgres]
    public async Task ACheckpointOfAnotherScope_NamesTheProfileNoMore(DatabaseKind kind)
    {
        await using var scopes = await TwoScopes.OpenAsync(kind);
        PassState pass = new()
        {
            Id = 1,
            Kind = MirrorPassKind.Full,
            StartedAt = Requested,
            RowsAtStart = 0,
            Cursor = $"after {Ids[0]}",
            Border = new(Created, [Ids[0]]),
        };
        await scopes.Second.Store.WriteAsync((writer, token) => PassStore.PutAsync(writer, pass, token), default);

        await scopes.First.ForgetAsync(Ids[0]);

        Assert.Empty(await DatabaseBytes.FindAsync(scopes.Database, Ids));
        var left = await scopes.Second.Store.ReadAsync(
            (reader, token) => reader.PassAsync(MirrorPassKind.Full, token),
            default
        );
        Assert.Null(PassState.Read(left!.State).Cursor);
    }
}
