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

    // A lock that lasts longer is named before the command times out, which would look as if the database were lost.
    private const long LockMillisecondsOfASecond = 900;

    private readonly Dictionary<string, Statement> statements = [];
    private readonly ChangedPragmas pragmas;
    private IDbContextTransaction? transaction;

    private MirrorSession(DbContext context)
    {
        Context = context;
        Tables = MirrorTables.Of(context);
        pragmas = new(this);
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
            await pragmas.OverwriteDeletedAsync(cancellationToken).ConfigureAwait(false);
        if (!IsPostgres && isDurable)
            await pragmas.WaitForDiskAsync(cancellationToken).ConfigureAwait(false);
        transaction = await Context
            .Database.BeginTransactionAsync(IsolationLevel.ReadCommitted, cancellationToken)
            .ConfigureAwait(false);
        if (IsPostgres)
            await LimitWaitsAsync(cancellationToken).ConfigureAwait(false);
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
    public async Task AllowLongCommandsAsync(CancellationToken cancellationToken)
    {
        Context.Database.SetCommandTimeout(TimeSpan.Zero);
        if (IsPostgres && transaction is not null)
            await RunAsync(LockTimeout(0), cancellationToken).ConfigureAwait(false);
    }

    /// <summary>Runs a command.</summary>
    /// <returns>The first value of its result; null for none.</returns>
    public async Task<object?> RunAsync(string sql, CancellationToken cancellationToken)
    {
        var command = CreateCommand(sql);
        await using var _ = command.ConfigureAwait(false);
        return await command.ExecuteScalarAsync(cancellationToken).ConfigureAwait(false);
    }

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

    private async Task LimitWaitsAsync(CancellationToken cancellationToken)
    {
        var command = CreateCommand(MostIdle);
        await using var _ = command.ConfigureAwait(false);
        if (command.CommandTimeout > 0)
            command.CommandText += $"; {LockTimeout(command.CommandTimeout * LockMillisecondsOfASecond)}";
        await command.ExecuteNonQueryAsync(cancellationToken).ConfigureAwait(false);
    }

    private static string LockTimeout(long milliseconds) =>
        string.Create(CultureInfo.InvariantCulture, $"SET LOCAL lock_timeout = {Math.Min(milliseconds, int.MaxValue)}");

    public async ValueTask DisposeAsync()
    {
        try
        {
            foreach (var statement in statements.Values)
                await statement.DisposeAsync().ConfigureAwait(false);
            if (transaction is not null)
                await transaction.DisposeAsync().ConfigureAwait(false);
            transaction = null;
            await pragmas.RestoreAsync().ConfigureAwait(false);
        }
        finally
        {
            await Context.Database.CloseConnectionAsync().ConfigureAwait(false);
        }
    }
}
