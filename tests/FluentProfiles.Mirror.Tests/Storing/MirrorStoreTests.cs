using System.Text;
using FluentProfiles.Mirror.Model;
using FluentProfiles.Mirror.Storing;
using FluentProfiles.Mirror.Tests.Databases;
using Microsoft.EntityFrameworkCore;
using static FluentProfiles.Mirror.Tests.TestRows;

namespace FluentProfiles.Mirror.Tests.Storing;

public sealed class MirrorStoreTests
{
    [Theory]
    [OnSqlite]
    [OnPostgres]
    public async Task APutProfile_IsReadBack(DatabaseKind kind)
    {
        await using var database = await TestDatabase.CreateWithTablesAsync(kind);
        var store = database.Store();
        var row = Row(
            """
            {"id":"uprof_1","type":"user_profile","created_at":"2026-10-31T23:54:20.123456Z","updated_at":"2026-10-31T23:54:21Z",
            "metadata":{"plan":"pro","seats":"4"},"name":"Ada","access_type":"application","external_user_details":{"reference_id":"customer-42",
            "country":"DE","account_status":"active","entity_type":"business","email_hash":"e","name_hash":"n","onboarded_at":"2026-01-02T03:04:05Z"},
            "enforcement_status":"banned","programs":{"cyber":{"status":"active","requirements":{"data_retention":true,"human_review":false}}}}
            """
        );

        Assert.Equal(new(1, 0, 0, 0), await store.PutAsync(row));

        await using var context = database.Context();
        var stored = await context.Set<MirroredProfile>().SingleAsync();
        Assert.Equal(
            ("uprof_1", "Ada", "ada", "customer-42", "DE", "active", "business", "e", "n"),
            (
                stored.Id,
                stored.Name,
                stored.NameKey,
                stored.ReferenceId,
                stored.Country,
                stored.AccountStatus,
                stored.EntityType,
                stored.EmailHash,
                stored.NameHash
            )
        );
        Assert.Equal(
            ("application", "banned", "active"),
            (stored.AccessType, stored.EnforcementStatus, stored.CyberStatus)
        );
        Assert.Equal((true, false), (stored.CyberRequirementsDataRetention, stored.CyberRequirementsHumanReview));
        Assert.Equal(Created.AddMicroseconds(123456), stored.CreatedAt);
        Assert.Equal(Created.AddSeconds(1), stored.UpdatedAt);
        Assert.Equal(new DateTimeOffset(2026, 1, 2, 3, 4, 5, TimeSpan.Zero), stored.OnboardedAt);
        Assert.Equal(await store.LastMomentAsync(), stored.StoredAt);
        Assert.Equal(Encoding.UTF8.GetString(row.Json), Encoding.UTF8.GetString(stored.Json));
        Assert.Equal(row.Hash, stored.Hash);
        var pairs = await context.Set<MirroredMetadata>().OrderBy(pair => pair.Key).ToListAsync();
        Assert.Equal([("plan", "pro"), ("seats", "4")], pairs.Select(pair => (pair.Key, pair.Value)));
        Assert.All(
            pairs,
            pair =>
                Assert.Equal((stored.Key, stored.Scope, stored.CreatedAt), (pair.Profile, pair.Scope, pair.CreatedAt))
        );
    }

    [Theory]
    [OnSqlite]
    [OnPostgres]
    public async Task TheSameContent_IsNotWritten(DatabaseKind kind)
    {
        await using var database = await TestDatabase.CreateWithTablesAsync(kind);
        var store = database.Store();
        await store.PutAsync(Row(JsonOf("uprof_1")));
        var before = await store.LastMomentAsync();

        Assert.Equal(new(0, 0, 1, 0), await store.PutAsync(Row(JsonOf("uprof_1"))));

        Assert.Equal(before, Assert.Single(await store.AllAsync()).StoredAt);
        Assert.Equal(before, await store.LastMomentAsync());
    }

    [Theory]
    [OnSqlite]
    [OnPostgres]
    public async Task AChangedProfile_ReplacesRowAndPairs(DatabaseKind kind)
    {
        await using var database = await TestDatabase.CreateWithTablesAsync(kind);
        var store = database.Store();
        await store.PutAsync(Row(JsonOf("uprof_1", metadata: new() { ["plan"] = "pro", ["seats"] = "4" })));
        var before = (await store.AllAsync())[0];

        var counts = await store.PutAsync(Row(JsonOf("uprof_1", "Bob", metadata: new() { ["plan"] = "free" })));

        Assert.Equal(new(0, 1, 0, 0), counts);
        await using var context = database.Context();
        var stored = await context.Set<MirroredProfile>().SingleAsync();
        Assert.Equal((before.Key, "Bob", before.StoredAt), (stored.Key, stored.Name, stored.RequestedAt));
        Assert.True(stored.StoredAt > before.StoredAt);
        Assert.Equal("free", (await context.Set<MirroredMetadata>().SingleAsync()).Value);
    }

    [Theory]
    [OnSqlite]
    [OnPostgres]
    public async Task AReadingFromBeforeTheRowWasWritten_ChangesNothing(DatabaseKind kind)
    {
        await using var database = await TestDatabase.CreateWithTablesAsync(kind);
        var store = database.Store();
        await store.PutAsync(Row(JsonOf("uprof_1", "First")));
        var before = await store.LastMomentAsync();
        await store.PutAsync(Row(JsonOf("uprof_1", "New")));

        Assert.Equal(new(0, 0, 0, 1), await store.PutReadAtAsync(before, Row(JsonOf("uprof_1", "Old"))));
        var rows = await store.AllAsync();
        var removed = await store.WriteAsync((writer, token) => writer.RemoveAsync(rows, before, token), default);

        Assert.Equal(0, removed);
        await using var context = database.Context();
        Assert.Equal("New", (await context.Set<MirroredProfile>().SingleAsync()).Name);
    }

    [Theory]
    [OnSqlite]
    [OnPostgres]
    public async Task ARemovedProfile_LeavesNothing(DatabaseKind kind)
    {
        await using var database = await TestDatabase.CreateWithTablesAsync(kind);
        var store = database.Store();
        await store.PutAsync(
            Row(JsonOf("uprof_1", metadata: new() { ["plan"] = "pro" })),
            Row(JsonOf("uprof_2", createdSeconds: 1))
        );
        var rows = await store.AllAsync();

        await store.WriteAsync(
            async (writer, token) =>
            {
                await writer.Candidates.AddAsync(MirrorPassKind.Full, [rows[1]], token);
                return await writer.RemoveAsync([rows[1]], writer.Moment, token);
            },
            default
        );
        await store.PutAsync(Row(JsonOf("uprof_3", createdSeconds: 2)));

        await using var context = database.Context();
        Assert.Equal(
            ["uprof_2", "uprof_3"],
            await context
                .Set<MirroredProfile>()
                .OrderBy(profile => profile.Id)
                .Select(profile => profile.Id)
                .ToListAsync()
        );
        Assert.Equal(0, await context.Set<MirroredMetadata>().CountAsync());
        Assert.Empty(
            await store.ReadAsync((reader, token) => reader.CandidatesAsync(MirrorPassKind.Full, 10, token), default)
        );
        // The key of the last row is not given again.
        Assert.Equal(rows.Max(row => row.Key) + 1, (await store.AllAsync())[0].Key);
    }

    [Theory]
    [OnSqlite]
    [OnPostgres]
    public async Task AProfileThatWasRemovedSinceItWasRead_IsNoCandidate(DatabaseKind kind)
    {
        await using var database = await TestDatabase.CreateWithTablesAsync(kind);
        var store = database.Store();
        await store.PutAsync([.. Enumerable.Range(0, 3).Select(i => Row(JsonOf($"uprof_{i}", createdSeconds: -i)))]);
        var rows = await store.AllAsync();
        await store.WriteAsync((writer, token) => writer.RemoveAsync([rows[0]], writer.Moment, token), default);

        foreach (
            var kindOfPass in (MirrorPassKind[])[MirrorPassKind.Full, MirrorPassKind.Full, MirrorPassKind.Statuses]
        )
            await store.WriteAsync((writer, token) => writer.Candidates.AddAsync(kindOfPass, rows, token), default);
        await store.WriteAsync(
            (writer, token) => writer.Candidates.RemoveAsync(MirrorPassKind.Statuses, [rows[1]], token),
            default
        );

        Assert.Equal(["uprof_1", "uprof_2"], await CandidatesAsync(MirrorPassKind.Full));
        Assert.Equal(["uprof_2"], await CandidatesAsync(MirrorPassKind.Statuses));
        Assert.Equal(
            2,
            await store.WriteAsync((writer, token) => writer.Candidates.ClearAsync(MirrorPassKind.Full, token), default)
        );

        async Task<IEnumerable<string>> CandidatesAsync(MirrorPassKind of) =>
            (await store.ReadAsync((reader, token) => reader.CandidatesAsync(of, 10, token), default))
                .Select(row => row.Id)
                .Order();
    }

    [Theory]
    [OnSqlite]
    [OnPostgres]
    public async Task AFailureWithinATransaction_LeavesNothing(DatabaseKind kind)
    {
        await using var database = await TestDatabase.CreateWithTablesAsync(kind);
        var store = database.Store();

        await Assert.ThrowsAsync<InvalidTimeZoneException>(() =>
            store.WriteAsync<int>(
                async (writer, token) =>
                {
                    await writer.PutAsync([Row(JsonOf("uprof_1", metadata: new() { ["plan"] = "pro" }))], token);
                    await writer.SavePassAsync(new() { Scope = writer.Scope.Id, Kind = MirrorPassKind.Full }, token);
                    throw new InvalidTimeZoneException();
                },
                default
            )
        );

        Assert.Empty(await store.AllAsync());
        Assert.Equal(0, (await store.ReadScopeAsync(default)).KeysGiven);
        Assert.Null(await store.ReadAsync((reader, token) => reader.PassAsync(MirrorPassKind.Full, token), default));
    }

    [Theory]
    [OnSqlite]
    [OnPostgres]
    public async Task TwoScopes_ShareNoRow(DatabaseKind kind)
    {
        await using var database = await TestDatabase.CreateWithTablesAsync(kind);
        MirrorStore[] stores =
        [
            database.Store(),
            database.Store(workspace: "wrkspc_1"),
            database.Store("https://other.example"),
        ];
        foreach (var (index, store) in stores.Index())
            await store.PutAsync(Row(JsonOf("uprof_same", $"of {index}", metadata: new() { ["plan"] = "pro" })));

        await stores[1].ResetAsync(default);
        await stores[2].PutAsync(Row(JsonOf("uprof_same", "changed")));

        Assert.Empty(await stores[1].AllAsync());
        await using var context = database.Context();
        Assert.Equal(
            ["of 0", "changed"],
            await context
                .Set<MirroredProfile>()
                .OrderBy(profile => profile.Scope)
                .Select(profile => profile.Name)
                .ToListAsync()
        );
        var numbers = await Task.WhenAll(stores.Select(store => store.OpenAsync(default).AsTask()));
        Assert.Equal([1, 2, 3], numbers);
        Assert.Equal(1, await stores[0].ReadAsync((reader, token) => reader.CountAsync(new(), token), default));
    }

    [Theory]
    [OnSqlite]
    [OnPostgres]
    public async Task ScopesAddedAtOnce_HaveNumbersOfTheirOwn(DatabaseKind kind)
    {
        await using var database = await TestDatabase.CreateWithTablesAsync(kind);

        var numbers = await Task.WhenAll(
            Enumerable.Range(0, 8).Select(i => database.Store(workspace: $"wrkspc_{i % 4}").OpenAsync(default).AsTask())
        );

        Assert.Equal(4, numbers.Distinct().Count());
        Assert.Equal(numbers[..4], numbers[4..]);
    }

    [Theory]
    [OnSqlite]
    [OnPostgres]
    public async Task ARange_HasBothItsEnds(DatabaseKind kind)
    {
        await using var database = await TestDatabase.CreateWithTablesAsync(kind);
        var store = database.Store();
        await store.PutAsync([.. Enumerable.Range(0, 6).Select(i => Row(JsonOf($"uprof_{i}", createdSeconds: i / 2)))]);

        var rows = await store.ReadAsync(
            (reader, token) =>
                reader.RangeAsync(new() { From = Created.AddSeconds(1), To = Created.AddSeconds(2) }, 10, token),
            default
        );
        var older = await store.ReadAsync(
            (reader, token) => reader.RangeAsync(new() { To = Created }, 10, token),
            default
        );

        Assert.Equal(["uprof_5", "uprof_4", "uprof_3", "uprof_2"], rows.Select(row => row.Id));
        Assert.Equal(["uprof_1", "uprof_0"], older.Select(row => row.Id));
    }

    [Theory]
    [OnSqlite]
    [OnPostgres]
    public async Task ManyIds_AreFound(DatabaseKind kind)
    {
        await using var database = await TestDatabase.CreateWithTablesAsync(kind);
        var store = database.Store();
        await store.PutAsync([.. Enumerable.Range(0, 250).Select(i => Row(JsonOf($"uprof_{i}")))]);

        var found = await store.ReadAsync(
            (reader, token) => reader.ByIdAsync([.. Enumerable.Range(100, 250).Select(i => $"uprof_{i}")], token),
            default
        );

        Assert.Equal(
            Enumerable.Range(100, 150).Select(i => $"uprof_{i}"),
            found.Select(row => row.Id).Order(StringComparer.Ordinal)
        );
    }

    [Theory]
    [OnSqlite]
    [OnPostgres]
    public async Task APass_IsReadAsItWasSaved(DatabaseKind kind)
    {
        await using var database = await TestDatabase.CreateWithTablesAsync(kind);
        var store = database.Store();
        MirrorPass? pass = null;
        foreach (var state in (string[])["{}", "page_2"])
        {
            await store.WriteAsync(
                async (writer, token) =>
                {
                    pass = new()
                    {
                        Scope = writer.Scope.Id,
                        Kind = MirrorPassKind.Statuses,
                        State = state,
                    };
                    await writer.SavePassAsync(pass, token);
                    return 0;
                },
                default
            );
        }

        var saved = await store.ReadAsync((reader, token) => reader.PassAsync(MirrorPassKind.Statuses, token), default);

        Assert.Equivalent(pass, saved, strict: true);
        Assert.Null(await store.ReadAsync((reader, token) => reader.PassAsync(MirrorPassKind.Full, token), default));
    }
}
