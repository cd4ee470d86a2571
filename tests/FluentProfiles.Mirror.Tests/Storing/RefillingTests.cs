using System.Text;
using FluentProfiles.Mirror.Model;
using FluentProfiles.Mirror.Storing;
using FluentProfiles.Mirror.Storing.Rows;
using FluentProfiles.Mirror.Tests.Databases;
using Microsoft.EntityFrameworkCore;
using static FluentProfiles.Mirror.Tests.TestRows;

namespace FluentProfiles.Mirror.Tests.Storing;

public sealed class RefillingTests
{
    [Theory]
    [OnSqlite]
    [OnPostgres]
    public async Task MembersThatAreNoLongerStored_AreRemovedFromAllRows(DatabaseKind kind)
    {
        await using var database = await TestDatabase.CreateWithTablesAsync(kind);
        await database
            .Store()
            .PutAsync([
                .. Enumerable
                    .Range(0, 1_001)
                    .Select(i => Row(JsonOf($"uprof_{i}", metadata: new() { ["ssn"] = "1", ["plan"] = "pro" }))),
            ]);

        var store = Reopened(database, members => members.Except(p => p.Name).ExceptMetadata("ssn"));
        await store.OpenAsync(default);

        await using var context = database.Context();
        Assert.Equal(
            1_001,
            await context.Set<MirroredProfile>().CountAsync(profile => profile.Name == null && profile.NameKey == null)
        );
        Assert.Equal(0, await context.Set<MirroredMetadata>().CountAsync(pair => pair.Key == "ssn"));
        Assert.Equal(1_001, await context.Set<MirroredMetadata>().CountAsync(pair => pair.Key == "plan"));
        var first = await context.Set<MirroredProfile>().OrderBy(profile => profile.Key).FirstAsync();
        Assert.DoesNotContain("Ada", Encoding.UTF8.GetString(first.Json), StringComparison.Ordinal);
        Assert.Equal(store.Members.Shape, (await store.ReadScopeAsync(default)).Shape);
        Assert.Equal(
            new(0, 0, 1, 0),
            await store.PutAsync(
                store.Rows.Read(
                    Encoding.UTF8.GetBytes(JsonOf("uprof_0", "Other", metadata: new() { ["plan"] = "pro" })),
                    Requested
                )
            )
        );
    }

    [Theory]
    [OnSqlite]
    [OnPostgres]
    public async Task AMemberOfAPart_IsRemovedFromItsRow(DatabaseKind kind)
    {
        await using var database = await TestDatabase.CreateWithTablesAsync(kind);
        const string Details = """
            ,"external_user_details":{"name_hash":"4f2a","reference_id":"customer-1"}}
            """;
        await database.Store().PutAsync(Row($"{JsonOf("uprof_1")[..^1]}{Details}"));

        await Reopened(database, members => members.Except(p => p.ExternalUserDetails.NameHash)).OpenAsync(default);

        await using var context = database.Context();
        var row = await context.Set<MirroredProfile>().SingleAsync();
        Assert.Equal((null, "customer-1"), (row.NameHash, row.ReferenceId));
        Assert.DoesNotContain("4f2a", Encoding.UTF8.GetString(row.Json), StringComparison.Ordinal);
    }

    [Theory]
    [OnSqlite]
    [OnPostgres]
    public async Task ColumnsThatAreNew_AreFilledFromTheStoredJson(DatabaseKind kind)
    {
        await using var database = await TestDatabase.CreateWithTablesAsync(kind);
        var store = database.Store();
        await store.PutAsync(Row(JsonOf("uprof_1")), Row(JsonOf("uprof_2")));
        await using (var context = database.Context())
        {
            // As a version without the column has left it.
            await context
                .Set<MirroredProfile>()
                .ExecuteUpdateAsync(set =>
                    set.SetProperty(row => row.EnforcementStatus, (string?)null).SetProperty(row => row.Hash, [1])
                );
            await context.Set<MirrorScope>().ExecuteUpdateAsync(set => set.SetProperty(row => row.Shape, "earlier"));
        }

        await database.Store().OpenAsync(default);

        await using var reading = database.Context();
        Assert.Equal(
            2,
            await reading.Set<MirroredProfile>().CountAsync(profile => profile.EnforcementStatus == "unrestricted")
        );
        Assert.Equal(2, (await store.PutAsync(Row(JsonOf("uprof_1")), Row(JsonOf("uprof_2")))).Unchanged);
    }

    [Theory]
    [OnSqlite]
    [OnPostgres]
    public async Task FlagsThatAreFalse_AreFilledToo(DatabaseKind kind)
    {
        await using var database = await TestDatabase.CreateWithTablesAsync(kind);
        const string Flags = """
            ,"programs":{"cyber":{"status":"active","requirements":{"data_retention":false,"human_review":true}}}}
            """;
        await database
            .Store()
            .PutAsync([.. Enumerable.Range(0, 1_001).Select(i => Row($"{JsonOf($"uprof_{i}")[..^1]}{Flags}"))]);
        await using (var context = database.Context())
        {
            // As a version without the columns has left it: it knows neither flag, and false is not part of the hash.
            await context
                .Set<MirroredProfile>()
                .ExecuteUpdateAsync(set =>
                    set.SetProperty(row => row.CyberRequirementsDataRetention, (bool?)null)
                        .SetProperty(row => row.CyberRequirementsHumanReview, (bool?)null)
                );
            await context.Set<MirrorScope>().ExecuteUpdateAsync(set => set.SetProperty(row => row.Shape, "earlier"));
        }

        await database.Store().OpenAsync(default);

        await using var reading = database.Context();
        Assert.Equal(
            1_001,
            await reading
                .Set<MirroredProfile>()
                .CountAsync(row =>
                    row.CyberRequirementsDataRetention == false && row.CyberRequirementsHumanReview == true
                )
        );
    }

    [Theory]
    [OnSqlite]
    [OnPostgres]
    public async Task ValuesInTheFeed_AreRemovedInShortTransactions(DatabaseKind kind)
    {
        await using var database = await TestDatabase.CreateWithTablesAsync(kind);
        var scope = database.Store().Scope;
        MirrorStore first = new(database.Contexts(), scope, StoredMembers.All) { Feed = new(KeepsValues: true) };
        await first.WriteAsync(
            (writer, _) =>
            {
                writer.Scope.AsOf = Requested;
                writer.SaveScope();
                return Task.CompletedTask;
            },
            default
        );
        await first.PutAsync([.. Enumerable.Range(0, 1_101).Select(i => Row(JsonOf($"uprof_{i}")))]);
        await first.WriteAsync(
            (writer, token) =>
            {
                writer.SaveScope();
                return writer.Feed.DropAsync(50, token);
            },
            default
        );
        using SentStatements sent = new(database);

        await Reopened(database, members => members.Except(p => p.Name)).OpenAsync(default);

        await using var context = database.Context();
        Assert.Equal(1_051, await context.Set<MirrorChange>().CountAsync());
        Assert.Equal(0, await context.Set<MirrorChange>().CountAsync(entry => entry.After != null));
        Assert.Equal([1, 1, 1], sent.InTransactions("UPDATE \"MirrorChange\""));
    }

    private static MirrorStore Reopened(TestDatabase database, Action<StoredMembersBuilder> members)
    {
        ProfileMirrorOptions options = new();
        options.Store(members);
        return new(database.Contexts(), new("https://api.example", ""), options.Members);
    }
}
