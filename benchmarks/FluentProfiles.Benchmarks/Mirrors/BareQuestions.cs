using System.Data.Common;
using FluentProfiles.Mirror.Storing;
using FluentProfiles.Mirror.Storing.Commands;

namespace FluentProfiles.Benchmarks.Mirrors;

/// <summary>The questions as prepared commands on one open connection.</summary>
internal sealed class BareQuestions : IAsyncDisposable
{
    private readonly DbConnection connection;
    private readonly int profiles;
    private BareQuery reference = null!;
    private BareQuery id = null!;
    private BareQuery newest = null!;
    private BareQuery count = null!;
    private BareQuery all = null!;

    private BareQuestions(DbConnection connection, int profiles) =>
        (this.connection, this.profiles) = (connection, profiles);

    /// <param name="connection">The connection, which is closed at the end.</param>
    /// <param name="store">Whose tables are read.</param>
    /// <param name="profiles">How many profiles there are.</param>
    public static async Task<BareQuestions> PrepareAsync(DbConnection connection, MirrorStore store, int profiles)
    {
        var scope = await store.OpenAsync(default);
        await using var context = await store.Contexts.CreateAsync(default);
        var tables = MirrorTables.Of(context);
        BareQuestions questions = new(connection, profiles);
        await questions.PrepareAsync(tables.Profiles, tables.Metadata, scope);
        return questions;
    }

    public Task ReferenceAsync(int turn)
    {
        reference.Set(1, Questions.ReferenceOf(turn, profiles));
        return reference.ReadAsync<byte[]>();
    }

    /// <summary>Reads the id of a profile that is there.</summary>
    public async Task IdAsync(string known)
    {
        id.Set(1, known);
        Expect.Equal(1, await id.ReadAsync<string>());
    }

    public async Task NewestAsync() => Expect.Equal(Questions.Most, await newest.ReadAsync<byte[]>());

    public Task CountAsync() => count.ReadAsync<long>();

    public async Task AllAsync() => Expect.Equal(profiles, await all.ReadAsync<byte[]>());

    public async ValueTask DisposeAsync()
    {
        foreach (var query in (BareQuery[])[reference, id, newest, count, all])
            await query.DisposeAsync();
        await connection.DisposeAsync();
    }

    private async Task PrepareAsync(MirrorTable table, MirrorTable pairs, int scope)
    {
        var (json, createdAt) = (Column(nameof(MirroredProfile.Json)), Column(nameof(MirroredProfile.CreatedAt)));
        var from = $"FROM {table.Name} p";
        var newestFirst = $"ORDER BY {createdAt} DESC, {Column(nameof(MirroredProfile.Id))} DESC LIMIT";
        var ofScope = $"WHERE {Column(nameof(MirroredProfile.Scope))} = @p0";
        reference = await BareQuery.PrepareAsync(
            connection,
            $"SELECT {json} {from} {ofScope} AND {Column(nameof(MirroredProfile.ReferenceId))} = @p1 {newestFirst} 1",
            scope,
            ""
        );
        id = await BareQuery.PrepareAsync(
            connection,
            $"SELECT {Column(nameof(MirroredProfile.Id))} {from} {ofScope} AND {Column(nameof(MirroredProfile.ReferenceId))} = @p1",
            scope,
            ""
        );
        newest = await BareQuery.PrepareAsync(
            connection,
            $"SELECT {json} FROM {pairs.Name} m INNER JOIN {table.Name} p ON {Column(nameof(MirroredProfile.Key))} = {Pair(nameof(MirroredMetadata.Profile))} "
                + $"WHERE {Pair(nameof(MirroredMetadata.Scope))} = @p0 AND {Pair(nameof(MirroredMetadata.Key))} = @p1 AND {Pair(nameof(MirroredMetadata.Value))} = @p2 "
                + $"ORDER BY {Pair(nameof(MirroredMetadata.CreatedAt))} DESC, {Column(nameof(MirroredProfile.Id))} DESC LIMIT {Questions.Most}",
            scope,
            Questions.Key,
            Questions.Value
        );
        count = await BareQuery.PrepareAsync(
            connection,
            $"SELECT count(*) {from} {ofScope} AND {Column(nameof(MirroredProfile.EnforcementStatus))} = @p1",
            scope,
            EnforcementStatus.Values.Unrestricted
        );
        all = await BareQuery.PrepareAsync(
            connection,
            $"SELECT {json} {from} {ofScope} {newestFirst} {profiles}",
            scope
        );

        string Column(string property) => "p." + table[property].Name;
        string Pair(string property) => "m." + pairs[property].Name;
    }
}
