using FluentProfiles.Mirror.Model;
using FluentProfiles.Mirror.Model.Columns;
using FluentProfiles.Mirror.Storing.Commands;

namespace FluentProfiles.Mirror.Storing.Moments;

/// <summary>The row of a scope in a transaction that has locked it, and the moment of what the transaction writes.</summary>
/// <param name="row">The row.</param>
/// <param name="now">The time by the clock of the database.</param>
/// <param name="hasClaims">True where references are claimed.</param>
internal sealed class LockedScope(MirrorScope row, DateTimeOffset now, bool hasClaims)
{
    private static readonly TimeSpan Tick = TimeSpan.FromMicroseconds(1);

    private DateTimeOffset? taken;

    public MirrorScope Row => row;

    /// <summary>The time by the clock of the database, not later than the lock.</summary>
    public DateTimeOffset Now => now;

    /// <summary>True where references were claimed when the transaction asked for the lock. One that was claimed while it waited has a
    /// call that looks for the profile itself.</summary>
    public bool HasClaims => hasClaims;

    /// <summary>The moment of the transaction: the time by the clock of the database, and later than that of every transaction
    /// before, whatever that clock says. The row of the scope has it then.</summary>
    public DateTimeOffset Moment => taken ??= Take();

    /// <summary>Locks the row until the end of the transaction, and reads it.</summary>
    public static async Task<LockedScope> LockAsync(
        MirrorSession session,
        int scope,
        CancellationToken cancellationToken
    )
    {
        var table = session.Tables.Scopes;
        var claims = session.Tables.Claims;
        var locks = session.IsPostgres ? " FOR UPDATE" : "";
        var claimed =
            $"CASE WHEN EXISTS (SELECT 1 FROM {claims.Name} {SqlText.Where(claims.Keys[0])}) THEN 1 ELSE 0 END";
        var statement = await session
            .StatementAsync(
                $"SELECT {SqlText.List(table.Columns)}, {DatabaseClock.Of(session)}, {claimed} FROM {table.Name} {SqlText.Where(table.Keys)}{locks}",
                table.Keys,
                cancellationToken
            )
            .ConfigureAwait(false);
        statement.SetAll(scope);
        var read = EntityRows.Read<MirrorScope>(table);
        var found = await statement
            .ReadAsync(
                reader => new LockedScope(
                    read(reader),
                    Microseconds.ToTime(reader.GetInt64(table.Columns.Count)),
                    reader.GetInt32(table.Columns.Count + 1) == 1
                ),
                cancellationToken
            )
            .ConfigureAwait(false);
        return found.Single();
    }

    private DateTimeOffset Take()
    {
        var least = row.LastMoment + Tick;
        var moment = least > now ? least.Value : now;
        row.LastMoment = moment;
        return moment;
    }
}
