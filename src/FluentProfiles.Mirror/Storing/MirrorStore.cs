using FluentProfiles.Mirror.Contexts;
using FluentProfiles.Mirror.Model;
using FluentProfiles.Mirror.Storing.Commands;
using FluentProfiles.Mirror.Storing.Rows;
using Microsoft.EntityFrameworkCore;

namespace FluentProfiles.Mirror.Storing;

/// <summary>The rows of one scope: an address and a workspace. Thread-safe.</summary>
/// <param name="contexts">Creates the contexts.</param>
/// <param name="scope">The scope.</param>
/// <param name="members">The members that are stored.</param>
internal sealed class MirrorStore(MirrorContexts contexts, ScopeName scope, StoredMembers members)
{
    private volatile MirrorScope? opened;

    public MirrorContexts Contexts => contexts;

    public ScopeName Scope => scope;

    public StoredMembers Members => members;

    /// <summary>Reads answers as rows of this store.</summary>
    public ProfileRowReader Rows { get; } = new(members);

    /// <summary>The number of the scope in the database. The first call checks the provider and the version of the tables, and adds
    /// the scope if it is new.</summary>
    /// <exception cref="ProfilesConfigurationException">The provider is neither SQLite nor PostgreSQL.</exception>
    /// <exception cref="MirrorSchemaException">A migration is missing, or the tables are too new.</exception>
    public async ValueTask<int> OpenAsync(CancellationToken cancellationToken) =>
        (opened ??= await RunAsync(OpenInSessionAsync, cancellationToken).ConfigureAwait(false)).Id;

    /// <summary>What the database says of the scope now.</summary>
    public Task<MirrorScope> ReadScopeAsync(CancellationToken cancellationToken) =>
        ReadAsync((reader, token) => reader.ScopeAsync(token), cancellationToken);

    /// <summary>Reads over one connection. A connection that fails may be replaced: then the reads run again.</summary>
    public async Task<T> ReadAsync<T>(
        Func<MirrorReader, CancellationToken, Task<T>> read,
        CancellationToken cancellationToken
    )
    {
        var number = await OpenAsync(cancellationToken).ConfigureAwait(false);
        return await RunAsync((session, token) => read(new(session, number), token), cancellationToken)
            .ConfigureAwait(false);
    }

    /// <summary>Writes in one transaction, with the row of the scope locked. A connection that fails may be replaced: then the writes
    /// run again, so they depend on nothing that they change outside of the database.</summary>
    public async Task<T> WriteAsync<T>(
        Func<MirrorWriter, CancellationToken, Task<T>> write,
        CancellationToken cancellationToken
    )
    {
        var number = await OpenAsync(cancellationToken).ConfigureAwait(false);
        return await RunAsync(WriteInSessionAsync, cancellationToken).ConfigureAwait(false);

        async Task<T> WriteInSessionAsync(MirrorSession session, CancellationToken token)
        {
            await session.BeginAsync(token).ConfigureAwait(false);
            var writer = await MirrorWriter.BeginAsync(session, number, token).ConfigureAwait(false);
            var result = await write(writer, token).ConfigureAwait(false);
            await writer.CommitAsync(token).ConfigureAwait(false);
            return result;
        }
    }

    private async Task<MirrorScope> OpenInSessionAsync(MirrorSession session, CancellationToken cancellationToken)
    {
        await SchemaCheck.RunAsync(session, cancellationToken).ConfigureAwait(false);
        return await ScopeOpening.OpenAsync(session, scope, members, cancellationToken).ConfigureAwait(false);
    }

    private async Task<T> RunAsync<T>(
        Func<MirrorSession, CancellationToken, Task<T>> run,
        CancellationToken cancellationToken
    )
    {
        var context = await contexts.CreateAsync(cancellationToken).ConfigureAwait(false);
        await using var _ = context.ConfigureAwait(false);
        Providers.ThrowIfOther(context);
        return await context
            .Database.CreateExecutionStrategy()
            .ExecuteAsync(RunInSessionAsync, cancellationToken)
            .ConfigureAwait(false);

        async Task<T> RunInSessionAsync(CancellationToken token)
        {
            var session = await MirrorSession.OpenAsync(context, token).ConfigureAwait(false);
            await using var __ = session.ConfigureAwait(false);
            return await run(session, token).ConfigureAwait(false);
        }
    }
}
