using Microsoft.EntityFrameworkCore;

namespace FluentProfiles.Mirror.Contexts.Sqlite;

/// <summary>The file of an embedded mirror.</summary>
/// <param name="path">The full path.</param>
internal sealed class SqliteFile(string path)
{
    private const UnixFileMode OwnerOnly = UnixFileMode.UserRead | UnixFileMode.UserWrite;

    private static readonly Lock Creating = new();

    // Nobody waits for long: another process creates the tables meanwhile.
    private static readonly TimeSpan Pause = TimeSpan.FromMilliseconds(50);

    /// <summary>The longest wait for another process that creates or updates the tables.</summary>
    public static readonly TimeSpan Patience = TimeSpan.FromMinutes(1);

    /// <summary>Opens the file, and creates it where there is none: readable by its owner alone, since it holds the data of
    /// customers. Applies the migrations that are pending.</summary>
    /// <exception cref="MirrorDatabaseException">The file can't be created or used.</exception>
    public async Task<OwnContexts<SqliteContext>> OpenAsync(TimeProvider clock, CancellationToken cancellationToken)
    {
        try
        {
            CreateWhereAbsent();
            var contexts = SqliteContext.Open(path);
            await MigrateAsync(contexts, clock, cancellationToken).ConfigureAwait(false);
            return contexts;
        }
        catch (Exception failure) when (DatabaseFailure.Of(failure) is { } explained)
        {
            throw explained;
        }
    }

    // A process loses all its locks on a file when it closes the file once, also those of SQLite's connections: others would then take
    // themselves for its last user, and delete the log. So a file that is there is left to SQLite, and nobody in this process opens a
    // new one before it is closed here.
    private void CreateWhereAbsent()
    {
        lock (Creating)
        {
            try
            {
                OpenOwnerOnly(path, FileMode.CreateNew, FileShare.ReadWrite).Dispose();
            }
            catch (IOException) when (File.Exists(path))
            {
                // Another mirror has created it, now or earlier.
            }
        }
    }

    private async Task MigrateAsync(
        OwnContexts<SqliteContext> contexts,
        TimeProvider clock,
        CancellationToken cancellationToken
    )
    {
        if (!await contexts.HasPendingAsync(cancellationToken).ConfigureAwait(false))
            return;
        using var turn = await WaitForTurnAsync(clock, cancellationToken).ConfigureAwait(false);
        await OtherTables.ThrowIfAnyAsync(contexts, cancellationToken).ConfigureAwait(false);
        await PrepareAsync(contexts, cancellationToken).ConfigureAwait(false);
        await contexts.MigrateAsync(cancellationToken).ConfigureAwait(false);
    }

    // The system releases the lock of a file when a process ends, however it ends.
    private async Task<FileStream> WaitForTurnAsync(TimeProvider clock, CancellationToken cancellationToken)
    {
        var start = clock.GetTimestamp();
        while (true)
        {
            try
            {
                return OpenOwnerOnly($"{path}.lock", FileMode.OpenOrCreate, FileShare.None);
            }
            catch (IOException held) when (File.Exists($"{path}.lock"))
            {
                if (clock.GetElapsedTime(start) >= Patience)
                    throw new MirrorDatabaseException(
                        $"Another process has held the file {path}.lock for a minute: it creates or updates the tables of the mirror, or is stuck. Open the mirror again, or end that process.",
                        held
                    );
                await Task.Delay(Pause, clock, cancellationToken).ConfigureAwait(false);
            }
        }
    }

    /// <summary>Prepares the file for migrations. Deletes the lock of EF Core that a killed process has left: whoever migrates
    /// this file holds the lock of the other file, and that is this process. Readers and the writer do not wait for each other
    /// where the file has a log.</summary>
    private static async Task PrepareAsync(OwnContexts<SqliteContext> contexts, CancellationToken cancellationToken)
    {
        var context = await contexts.CreateAsync(cancellationToken).ConfigureAwait(false);
        await using var _ = context.ConfigureAwait(false);
        await context
            .Database.ExecuteSqlRawAsync(
                "PRAGMA journal_mode = WAL; DROP TABLE IF EXISTS \"__EFMigrationsLock\"",
                cancellationToken
            )
            .ConfigureAwait(false);
    }

    private static FileStream OpenOwnerOnly(string file, FileMode mode, FileShare share)
    {
        FileStreamOptions options = new()
        {
            Mode = mode,
            Access = FileAccess.ReadWrite,
            Share = share,
        };
        if (!OperatingSystem.IsWindows())
            options.UnixCreateMode = OwnerOnly;
        return new(file, options);
    }
}
