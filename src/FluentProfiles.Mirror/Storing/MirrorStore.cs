using System.Runtime.CompilerServices;
using System.Transactions;
using FluentProfiles.Mirror.Contexts;
using FluentProfiles.Mirror.Model;
using FluentProfiles.Mirror.Storing.Commands;
using FluentProfiles.Mirror.Storing.Erased;
using FluentProfiles.Mirror.Storing.Feeds;
using FluentProfiles.Mirror.Storing.Gaps;
using FluentProfiles.Mirror.Storing.Moments;
using FluentProfiles.Mirror.Storing.Rows;
using Microsoft.EntityFrameworkCore;

namespace FluentProfiles.Mirror.Storing;

/// <summary>The rows of one scope: an address and a workspace. Thread-safe.</summary>
/// <param name="contexts">Creates the contexts.</param>
/// <param name="scope">The scope.</param>
/// <param name="members">The members that are stored.</param>
internal sealed class MirrorStore(MirrorContexts contexts, ScopeName scope, StoredMembers members)
{
    private volatile object? opened;
    private WriteFence? fence;

    // Shared with the stores under a fence.
    private StrongBox<long> changesWritten = new();

    public MirrorContexts Contexts => contexts;

    public ScopeName Scope => scope;

    public StoredMembers Members => members;

    /// <summary>How this process writes the feed of changes.</summary>
    public FeedSettings Feed { get; init; } = FeedSettings.Default;

    /// <summary>The latest moment that this process has seen of the scope. It takes no statement of its own: each transaction that writes
    /// has locked the row of the scope, which bears the moment.</summary>
    public SeenMoment Seen { get; private init; } = new();

    /// <summary>Reads answers as rows of this store.</summary>
    public ProfileRowReader Rows { get; } = new(members);

    /// <summary>Tells what the rows may lack.</summary>
    public GapCheck Gaps { get; } = new(members);

    /// <summary>Grows with each transaction of this process that has added to the feed of changes.</summary>
    public long ChangesWritten => Interlocked.Read(ref changesWritten.Value);

    /// <summary>The number of the scope in the database; null before <see cref="OpenAsync"/>.</summary>
    public int? Number => (int?)opened;

    /// <summary>The number of the scope in the database. The first call checks the provider and the version of the tables, and adds
    /// the scope if it is new. Where the rows were written by a version that stores other members, it fills them again from the stored
    /// JSON, without requests.</summary>
    /// <exception cref="ProfilesConfigurationException">The provider is neither SQLite nor PostgreSQL.</exception>
    /// <exception cref="MirrorSchemaException">A migration is missing, or the tables are too new.</exception>
    /// <exception cref="MirrorDatabaseException">The database failed.</exception>
    public async ValueTask<int> OpenAsync(CancellationToken cancellationToken) =>
        (int)(opened ??= await OpenScopeAsync(cancellationToken).ConfigureAwait(false));

    /// <summary>The same store with a fence before its writing transactions.</summary>
    public MirrorStore Under(WriteFence writes) =>
        new(contexts, scope, members)
        {
            opened = opened,
            fence = writes,
            changesWritten = changesWritten,
            Feed = Feed,
            Seen = Seen,
        };

    /// <summary>Drops the indexes that a first load builds faster at its end. It leaves them where the tables are the application's,
    /// and where any scope has profiles.</summary>
    public async Task DropIndexesAsync(CancellationToken cancellationToken)
    {
        if (contexts.OwnTables)
            await WriteAsync((writer, token) => SecondaryIndexes.DropAsync(writer.Session, token), cancellationToken)
                .ConfigureAwait(false);
    }

    /// <summary>Builds the indexes that a first load has dropped, by this process or another. Without statistics PostgreSQL plans
    /// queries badly, so they are updated in any case.</summary>
    public async Task BuildIndexesAsync(CancellationToken cancellationToken)
    {
        if (contexts.OwnTables)
            await WriteAsync((writer, token) => SecondaryIndexes.BuildAsync(writer.Session, token), cancellationToken)
                .ConfigureAwait(false);
        await RunAsync(SecondaryIndexes.UpdateStatisticsAsync, cancellationToken).ConfigureAwait(false);
    }

    /// <summary>Rewrites a SQLite file without the bytes of deleted rows. PostgreSQL does so when it vacuums.</summary>
    /// <exception cref="MirrorDatabaseException">Others have used the file all the time.</exception>
    public Task RewriteAsync(CancellationToken cancellationToken) =>
        RunAsync(SqliteRewriting.RunAsync, cancellationToken);

    /// <summary>Deletes all that is known of the scope, so that the next pass loads it anew.</summary>
    public Task ResetAsync(CancellationToken cancellationToken) =>
        WriteAsync((writer, token) => writer.ResetAsync(token), cancellationToken);

    /// <summary>What the database says of the scope now.</summary>
    public async Task<MirrorScope> ReadScopeAsync(CancellationToken cancellationToken)
    {
        var found = await ReadAsync((reader, token) => reader.ScopeAsync(token), cancellationToken)
            .ConfigureAwait(false);
        Seen.Note(found.LastMoment);
        return found;
    }

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

    /// <summary>Runs commands of a reader's own over one connection, again after a connection that failed.</summary>
    /// <param name="read">Reads over the connection; its second argument is the number of the scope.</param>
    /// <param name="from">Creates the context: of this database, or of a copy.</param>
    /// <param name="cancellationToken">Cancels the commands.</param>
    public async Task<T> ReadInSessionAsync<T>(
        Func<MirrorSession, int, CancellationToken, Task<T>> read,
        MirrorContexts from,
        CancellationToken cancellationToken
    )
    {
        var number = await OpenAsync(cancellationToken).ConfigureAwait(false);
        return await RunAsync(from, (session, token) => read(session, number, token), cancellationToken)
            .ConfigureAwait(false);
    }

    /// <summary>Writes in one transaction, with the row of the scope locked. A connection that fails may be replaced: then the writes
    /// run again. The first run may have been committed all the same, so they depend neither on finding what they end nor on anything that
    /// they change outside of the database.</summary>
    /// <param name="write">Writes.</param>
    /// <param name="cancellationToken">Cancels the transaction.</param>
    /// <param name="isDurable">True where no power failure may undo the transaction. Passes repeat what others have written.</param>
    public async Task<T> WriteAsync<T>(
        Func<MirrorWriter, CancellationToken, Task<T>> write,
        CancellationToken cancellationToken,
        bool isDurable = false
    )
    {
        var number = await OpenAsync(cancellationToken).ConfigureAwait(false);
        return await WriteToAsync(number, write, cancellationToken, isDurable).ConfigureAwait(false);
    }

    /// <inheritdoc cref="WriteAsync{T}(Func{MirrorWriter, CancellationToken, Task{T}}, CancellationToken, bool)"/>
    public Task WriteAsync(Func<MirrorWriter, CancellationToken, Task> write, CancellationToken cancellationToken) =>
        WriteAsync(
            async (writer, token) =>
            {
                await write(writer, token).ConfigureAwait(false);
                return true;
            },
            cancellationToken
        );

    private async Task<object> OpenScopeAsync(CancellationToken cancellationToken)
    {
        var found = await RunAsync(OpenInSessionAsync, cancellationToken).ConfigureAwait(false);
        Seen.Note(found.LastMoment);
        if (found.Shape != members.Shape)
        {
            await RunInStepsAsync((writer, after, token) => writer.Feed.DropValuesAsync(after, token))
                .ConfigureAwait(false);
            await RunInStepsAsync((writer, after, token) => writer.RefillAsync(after, Rows, token))
                .ConfigureAwait(false);
        }
        return found.Id;

        // Other writers come in between.
        async Task RunInStepsAsync(Func<MirrorWriter, long, CancellationToken, Task<long?>> step)
        {
            long? next = 0;
            while (next is { } after)
                next = await WriteToAsync(found.Id, (writer, token) => step(writer, after, token), cancellationToken)
                    .ConfigureAwait(false);
        }
    }

    private async Task<MirrorScope> OpenInSessionAsync(MirrorSession session, CancellationToken cancellationToken)
    {
        await SchemaCheck.RunAsync(session, cancellationToken).ConfigureAwait(false);
        return await ScopeOpening.OpenAsync(session, scope, members, cancellationToken).ConfigureAwait(false);
    }

    /// <summary>Writes to a scope of the database, which may be another one, as <c>WriteAsync</c> does.</summary>
    public async Task<T> WriteToAsync<T>(
        int number,
        Func<MirrorWriter, CancellationToken, Task<T>> write,
        CancellationToken cancellationToken,
        bool isDurable = false
    )
    {
        return await RunAsync(WriteInSessionAsync, cancellationToken).ConfigureAwait(false);

        async Task<T> WriteInSessionAsync(MirrorSession session, CancellationToken token)
        {
            await session.BeginAsync(token, isDurable).ConfigureAwait(false);
            var writer = await MirrorWriter.BeginAsync(session, number, Feed, Rows, token).ConfigureAwait(false);
            var result = fence is null
                ? await CommitAsync(writer, write, token).ConfigureAwait(false)
                : await fence.PassAsync(writer, write, token).ConfigureAwait(false);
            if (writer.HasChanges)
                Interlocked.Increment(ref changesWritten.Value);
            if (number == Number)
                Seen.Note(writer.Scope.LastMoment);
            return result;
        }
    }

    private static async Task<T> CommitAsync<T>(
        MirrorWriter writer,
        Func<MirrorWriter, CancellationToken, Task<T>> write,
        CancellationToken cancellationToken
    )
    {
        var result = await write(writer, cancellationToken).ConfigureAwait(false);
        await writer.CommitAsync(cancellationToken).ConfigureAwait(false);
        return result;
    }

    private Task<T> RunAsync<T>(
        Func<MirrorSession, CancellationToken, Task<T>> run,
        CancellationToken cancellationToken
    ) => RunAsync(contexts, run, cancellationToken);

    private static async Task<T> RunAsync<T>(
        MirrorContexts from,
        Func<MirrorSession, CancellationToken, Task<T>> run,
        CancellationToken cancellationToken
    )
    {
        // A transaction around the caller is not the mirror's.
        using TransactionScope outside = new(TransactionScopeOption.Suppress, TransactionScopeAsyncFlowOption.Enabled);
        try
        {
            var context = await from.CreateAsync(cancellationToken).ConfigureAwait(false);
            await using var _ = context.ConfigureAwait(false);
            Providers.ThrowIfOther(context);
            var strategy = context.Database.CreateExecutionStrategy();
            return await Conflicts
                .RetryAsync(
                    () => strategy.ExecuteAsync(token => RunAsync(context, run, token), cancellationToken),
                    cancellationToken
                )
                .ConfigureAwait(false);
        }
        catch (Exception failure) when (DatabaseFailure.Of(failure) is { } explained)
        {
            throw explained;
        }
    }

    private static async Task<T> RunAsync<T>(
        DbContext context,
        Func<MirrorSession, CancellationToken, Task<T>> run,
        CancellationToken cancellationToken
    )
    {
        try
        {
            var session = await MirrorSession.OpenAsync(context, cancellationToken).ConfigureAwait(false);
            await using var _ = session.ConfigureAwait(false);
            return await run(session, cancellationToken).ConfigureAwait(false);
        }
        // It has waited for long. A strategy that runs it again would wait as long each time.
        catch (Exception failure)
            when (DatabaseFailure.IsLocked(failure) && DatabaseFailure.Of(failure) is { } explained)
        {
            throw explained;
        }
    }
}
