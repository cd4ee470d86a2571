using System.Data.Common;
using Microsoft.EntityFrameworkCore.Diagnostics;
using Npgsql;

namespace FluentProfiles.Mirror.Tests.Databases;

/// <summary>Loses the answer to every second commit, so that each transaction runs again after it was committed.</summary>
internal sealed class LostCommits : DbTransactionInterceptor
{
    private int commits;

    /// <summary>True where answers are lost.</summary>
    public bool Loses { get; set; }

    public override Task TransactionCommittedAsync(
        DbTransaction transaction,
        TransactionEndEventData eventData,
        CancellationToken cancellationToken = default
    ) =>
        Loses && Interlocked.Increment(ref commits) % 2 == 1
            // Any failure after which the mirror runs a transaction again.
            ? throw new PostgresException("Lost.", "ERROR", "ERROR", PostgresErrorCodes.SerializationFailure)
            : Task.CompletedTask;
}
