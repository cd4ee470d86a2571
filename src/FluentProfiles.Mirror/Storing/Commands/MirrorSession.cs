using System.Data;
using System.Data.Common;
using System.Globalization;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Storage;

namespace FluentProfiles.Mirror.Storing.Commands;

/// <summary>An open connection with the commands that were used on it. Not thread-safe.</summary>
internal sealed class MirrorSession : IAsyncDisposable
{
    // LOCAL: the setting ends with the transaction, since a pooler gives the connection to others then.
    private const string MostIdle = "SET LOCAL idle_in_transaction_session_timeout = '2s'";

    // SQLite's commits wait for the disk.
    private const long Full = 2;

    private readonly Dictionary<string, Statement> statements = [];
    private IDbContextTransaction? transaction;

    // How SQLite waited for the disk before; null where that was not changed.
    private long? waitedBefore;

    private MirrorSession(DbContext context)
    {
        Context = context;
        Tables = MirrorTables.Of(context);
    }

    public DbContext Context { get; }

    public MirrorTables Tables { get; }

    public bool IsPostgres => Context.Database.IsNpgsql();

    public static async Task<MirrorSession> OpenAsync(DbContext context, CancellationToken cancellationToken)
    {
        await context.Database.OpenConnectionAsync(cancellationToken).ConfigureAwait(false);
        return new(context);
    }

    /// <summary>Begins a transaction that writes. SQLite lets one writer in at a time, and each waits for its turn here, and
    /// overwrites what the transaction deletes. PostgreSQL ends one whose process is suspended or cut off, so that it keeps no lock.</summary>
    /// <param name="cancellationToken">Cancels the commands.</param>
    /// <param name="isDurable">True to have SQLite's commit wait for the disk, whatever the connection was told.</param>
    public async Task BeginAsync(CancellationToken cancellationToken, bool isDurable = false)
    {
        if (!IsPostgres)
            await RunAsync("PRAGMA secure_delete = ON", cancellationToken).ConfigureAwait(false);
        if (!IsPostgres && isDurable)
            await WaitForDiskAsync(cancellationToken).ConfigureAwait(false);
        transaction = await Context
            .Database.BeginTransactionAsync(IsolationLevel.ReadCommitted, cancellationToken)
            .ConfigureAwait(false);
        if (!IsPostgres)
            return;
        var limit = await StatementAsync(MostIdle, [], cancellationToken).ConfigureAwait(false);
        await limit.WriteAsync(cancellationToken).ConfigureAwait(false);
    }

    public Task CommitAsync(CancellationToken cancellationToken) => transaction!.CommitAsync(cancellationToken);

    /// <summary>The statement of a command. SQLite prepares it at its first use. PostgreSQL does not: a pooler may run the next command
    /// on another connection, which lacks it.</summary>
    /// <param name="sql">The text. It contains no values.</param>
    /// <param name="columns">The columns of its parameters.</param>
    /// <param name="cancellationToken">Cancels the preparation.</param>
    /// <param name="arraysFrom">The first parameter that is an array of values; all after it are, too.</param>
    public async ValueTask<Statement> StatementAsync(
        string sql,
        IReadOnlyList<MirrorColumn> columns,
        CancellationToken cancellationToken,
        int arraysFrom = int.MaxValue
    )
    {
        if (statements.TryGetValue(sql, out var known))
            return known;
        var statement = new Statement(CreateCommand(sql), columns, arraysFrom);
        statements.Add(sql, statement);
        if (!IsPostgres)
            await statement.PrepareAsync(cancellationToken).ConfigureAwait(false);
        return statement;
    }

    /// <summary>Lets the commands that follow take as long as they need: they work on whole tables.</summary>
    public void AllowLongCommands() => Context.Database.SetCommandTimeout(TimeSpan.Zero);

    /// <summary>Creates a command that the caller disposes of.</summary>
    public DbCommand CreateCommand(string sql)
    {
        var command = Context.Database.GetDbConnection().CreateCommand();
        command.CommandText = sql;
        command.Transaction = transaction?.GetDbTransaction();
        if (Context.Database.GetCommandTimeout() is { } seconds)
            command.CommandTimeout = seconds;
        return command;
    }

    // It can't be changed within a transaction.
    private async Task WaitForDiskAsync(CancellationToken cancellationToken)
    {
        var before = (long)(await RunAsync("PRAGMA synchronous", cancellationToken).ConfigureAwait(false))!;
        if (before >= Full)
            return;
        waitedBefore = before;
        await RunAsync(Synchronous(Full), cancellationToken).ConfigureAwait(false);
    }

    private async Task StopWaitingForDiskAsync()
    {
        if (waitedBefore is not { } before)
            return;
        try
        {
            await RunAsync(Synchronous(before), CancellationToken.None).ConfigureAwait(false);
        }
        catch (DbException)
        {
            // What was written stays written, and a connection that goes on waiting for the disk is only slower.
        }
    }

    private static string Synchronous(long level) =>
        string.Create(CultureInfo.InvariantCulture, $"PRAGMA synchronous = {level}");

    private async Task<object?> RunAsync(string sql, CancellationToken cancellationToken)
    {
        var command = CreateCommand(sql);
        await using var _ = command.ConfigureAwait(false);
        return await command.ExecuteScalarAsync(cancellationToken).ConfigureAwait(false);
    }

    public async ValueTask DisposeAsync()
    {
        try
        {
            foreach (var statement in statements.Values)
                await statement.DisposeAsync().ConfigureAwait(false);
            if (transaction is not null)
                await transaction.DisposeAsync().ConfigureAwait(false);
            transaction = null;
            await StopWaitingForDiskAsync().ConfigureAwait(false);
        }
        finally
        {
            await Context.Database.CloseConnectionAsync().ConfigureAwait(false);
        }
    }
}
