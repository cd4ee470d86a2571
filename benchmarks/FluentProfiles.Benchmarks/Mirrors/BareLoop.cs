using System.Data.Common;
using FluentProfiles.Mirror.Storing;
using FluentProfiles.Mirror.Storing.Commands;
using FluentProfiles.Mirror.Storing.Rows;

namespace FluentProfiles.Benchmarks.Mirrors;

/// <summary>The loop that somebody writes by hand to fill the mirror's tables: one connection, two prepared commands, a transaction
/// for each page.</summary>
internal sealed class BareLoop : IAsyncDisposable
{
    private readonly DbConnection connection;
    private readonly int scope;
    private readonly BareInsert profiles;
    private readonly BareInsert metadata;
    private long written;

    private BareLoop(DbConnection connection, MirrorTables tables, int scope)
    {
        (this.connection, this.scope) = (connection, scope);
        profiles = new(connection, tables.Profiles, [tables.Profiles.Keys[0], .. RowColumns.Of(tables.Profiles)]);
        string[] pair =
        [
            nameof(MirroredMetadata.Profile),
            nameof(MirroredMetadata.Key),
            nameof(MirroredMetadata.Value),
            nameof(MirroredMetadata.Scope),
            nameof(MirroredMetadata.CreatedAt),
        ];
        metadata = new(connection, tables.Metadata, [.. pair.Select(property => tables.Metadata[property])]);
    }

    /// <param name="connection">The connection, which the loop closes.</param>
    /// <param name="store">Whose tables are filled.</param>
    public static async Task<BareLoop> OpenAsync(DbConnection connection, MirrorStore store)
    {
        var scope = await store.OpenAsync(default);
        await using var context = await store.Contexts.CreateAsync(default);
        BareLoop loop = new(connection, MirrorTables.Of(context), scope);
        await loop.profiles.PrepareAsync();
        await loop.metadata.PrepareAsync();
        return loop;
    }

    public async Task WriteAsync(IReadOnlyList<ProfileRow> page)
    {
        await using var transaction = await connection.BeginTransactionAsync();
        foreach (var row in page)
        {
            var key = MirrorWriter.KeyOf(scope, ++written);
            await profiles.WriteAsync(transaction, [key, .. RowColumns.ValuesOf(row, row.RequestedAt, scope)]);
            foreach (var (name, value) in row.Profile.Metadata)
                await metadata.WriteAsync(transaction, [key, name, value, scope, row.CreatedAt]);
        }
        await transaction.CommitAsync();
    }

    public async ValueTask DisposeAsync()
    {
        await profiles.DisposeAsync();
        await metadata.DisposeAsync();
        await connection.DisposeAsync();
    }
}
