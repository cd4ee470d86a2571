using System.Text.RegularExpressions;
using FluentProfiles.Mirror.Leasing;
using FluentProfiles.Mirror.Model;
using FluentProfiles.Mirror.Model.Columns;
using FluentProfiles.Mirror.Storing;

namespace FluentProfiles.Mirror.Passes;

/// <summary>Begins, finds and ends passes in the database, and says how fresh the mirror is.</summary>
internal sealed partial class PassLedger(MirrorStore store, TimeProvider clock)
{
    private const int MostWords = 200;

    // The service may show a change some minutes after it has reported it.
    private static readonly TimeSpan ShownAfter = TimeSpan.FromMinutes(6);

    private static readonly MirrorPassKind[] Kinds = Enum.GetValues<MirrorPassKind>();

    /// <summary>Returns the pass that was interrupted, or else begins one. One that has stopped is given up, unless it was
    /// approved; what it has written counts toward the limits of the next one, unless a full pass was complete since. One that has to
    /// list all profiles from the start is as fresh as one that begins now.</summary>
    public Task<PassState> BeginAsync(MirrorPassKind kind, CancellationToken cancellationToken) =>
        store.WriteAsync(
            async (writer, token) =>
            {
                var startedAt = Microseconds.Floor(clock.GetUtcNow());
                var open = await FindAsync(writer.Reader, kind, token).ConfigureAwait(false);
                if (kind == MirrorPassKind.Full)
                    NoteGaps(writer, goesOn: open is { Stop: null, HasBegun: true });
                if (open is { Stop: null })
                    return open.HasBegun ? open : open with { StartedAt = startedAt, BegunAt = writer.BegunAt };
                await writer.Candidates.ClearAsync(kind, token).ConfigureAwait(false);
                PassState pass = new()
                {
                    Id = Microseconds.Of(writer.Moment),
                    Kind = kind,
                    StartedAt = startedAt,
                    BegunAt = writer.BegunAt,
                    RowsAtStart = writer.Scope.Rows,
                    IsFirst = writer.Scope.AsOf is null,
                    Before = open?.BeforeNext is { } before && !(writer.Scope.AsOf > before.StartedAt) ? before : null,
                };
                await PassStore.PutAsync(writer, pass, token).ConfigureAwait(false);
                return pass;
            },
            cancellationToken
        );

    /// <summary>Ends a pass that was not completed.</summary>
    public Task DropAsync(MirrorPassKind kind, CancellationToken cancellationToken) =>
        store.WriteAsync(
            async (writer, token) =>
            {
                await writer.Candidates.ClearAsync(kind, token).ConfigureAwait(false);
                await writer.EndPassAsync(kind, token).ConfigureAwait(false);
            },
            cancellationToken
        );

    /// <summary>Notes that a pass is complete.</summary>
    public Task CompleteAsync(PassState pass, CancellationToken cancellationToken)
    {
        var isRepeated = false;
        return store.WriteAsync(
            async (writer, token) =>
            {
                // A commit that got no answer has ended the pass.
                if (isRepeated && await FindAsync(writer.Reader, pass.Kind, token).ConfigureAwait(false) is null)
                    return;
                isRepeated = true;
                await PassStore.ThrowIfGivenUpAsync(writer, pass, token).ConfigureAwait(false);
                Note(writer.Scope, pass, writer.BegunAt);
                writer.SaveScope();
                await writer.EndPassAsync(pass.Kind, token).ConfigureAwait(false);
                if (pass.Kind == MirrorPassKind.Full)
                    await CleanAsync(writer, pass, token).ConfigureAwait(false);
            },
            cancellationToken
        );
    }

    private static void NoteGaps(MirrorWriter writer, bool goesOn)
    {
        if (goesOn)
            writer.Gaps.NoteRows();
        else
            writer.Gaps.BeginPass();
    }

    private static async Task CleanAsync(MirrorWriter writer, PassState pass, CancellationToken cancellationToken)
    {
        // The pass has read all profiles.
        writer.Gaps.CompletePass();
        await writer.Pending.SettleBeforeAsync(pass.BegunAt - ShownAfter, cancellationToken).ConfigureAwait(false);
        await writer.Removals.DropOldAsync(cancellationToken).ConfigureAwait(false);
        var now = await writer.NowAsync(cancellationToken).ConfigureAwait(false);
        await FoundClaims
            .EndAbandonedAsync(writer.Session, writer.Scope.Id, now, cancellationToken)
            .ConfigureAwait(false);
    }

    /// <summary>Notes why a pass has failed.</summary>
    public Task FailAsync(MirrorPassKind kind, string error, CancellationToken cancellationToken) =>
        store.WriteAsync(
            async (writer, token) =>
            {
                // A service may name the profile that it was asked for.
                var erased = await writer.Erasures.AmongAsync(WordsOf(error), token).ConfigureAwait(false);
                var text = erased.Count == 0 ? error : "A request for a profile that was erased meanwhile has failed.";
                (writer.Scope.LastError, writer.Scope.LastErrorAt) = ($"{PrefixOf(kind)}{text}", clock.GetUtcNow());
                writer.SaveScope();
            },
            cancellationToken
        );

    private static string[] WordsOf(string text) =>
        [.. Words().Matches(text).Select(word => word.Value).Distinct().Take(MostWords)];

    [GeneratedRegex(@"[\w-]+")]
    private static partial Regex Words();

    /// <summary>Lets a pass that has stopped go on.</summary>
    /// <returns>Its kind, or null where no pass of that number has stopped.</returns>
    public Task<MirrorPassKind?> ApproveAsync(long pass, CancellationToken cancellationToken)
    {
        // Set by a transaction whose commit got no answer, which runs again.
        MirrorPassKind? approved = null;
        return store.WriteAsync(
            async (writer, token) =>
            {
                foreach (var kind in Kinds)
                {
                    var found = await FindAsync(writer.Reader, kind, token).ConfigureAwait(false);
                    if (found?.Id != pass || (found.Stop is null && approved != kind))
                        continue;
                    await PassStore
                        .PutAsync(writer, found with { Stop = null, IsApproved = true, Held = 0 }, token)
                        .ConfigureAwait(false);
                    return approved = kind;
                }
                return null;
            },
            cancellationToken
        );
    }

    public Task<MirrorStatus> ReadStatusAsync(CancellationToken cancellationToken) =>
        store.ReadAsync(
            async (reader, token) =>
            {
                var scope = await reader.ScopeAsync(token).ConfigureAwait(false);
                List<PassState> passes = [];
                foreach (var kind in Kinds)
                {
                    if (await FindAsync(reader, kind, token).ConfigureAwait(false) is { } pass)
                        passes.Add(pass);
                }
                var lease = LeaseState.Of(scope, await reader.NowAsync(token).ConfigureAwait(false));
                var full = passes.Find(pass => pass.Kind == MirrorPassKind.Full);
                return new MirrorStatus
                {
                    Scope = scope.Id,
                    AsOf = scope.AsOf,
                    StatusesAsOf = scope.StatusesAsOf,
                    NewAsOf = scope.NewAsOf,
                    Rows = scope.Rows,
                    MissingMembers = scope.AsOf is null ? [] : store.Gaps.Of(scope.Gaps).Names,
                    LastError = scope.LastError,
                    LastErrorAt = scope.LastErrorAt,
                    Refresher = lease.IsFree ? null : lease.Owner,
                    StoppedPass = passes.Find(pass => pass.Stop is not null)?.Id,
                    RemovalsHeldBack = full is null ? 0 : Math.Max(full.Held, full.Counts.Missing),
                    Unfinished = [.. passes.Where(pass => pass.Stop is null).Select(pass => pass.Kind)],
                    Stopped = [.. passes.Where(pass => pass.Stop is not null).Select(pass => pass.Kind)],
                };
            },
            cancellationToken
        );

    /// <summary>How many profiles there are, and how many a sweep of statuses reads.</summary>
    public Task<(long Rows, long Swept)> CountAsync(CancellationToken cancellationToken) =>
        store.ReadAsync(
            async (reader, token) =>
                (
                    (await reader.ScopeAsync(token).ConfigureAwait(false)).Rows,
                    await reader.CountAsync(new() { Statuses = PassService.SweptStatuses }, token).ConfigureAwait(false)
                ),
            cancellationToken
        );

    private static string PrefixOf(MirrorPassKind kind) => $"{kind}: ";

    // A full pass reads what the others read, too. A time to come is that of a clock that was wrong.
    private void Note(MirrorScope scope, PassState pass, DateTimeOffset now)
    {
        // A pass over new profiles, each minute, must not hide why the full ones fail.
        if (pass.Kind == MirrorPassKind.Full || IsOf(pass.Kind, scope.LastError))
            (scope.LastError, scope.LastErrorAt) = (null, null);
        if (pass.Kind == MirrorPassKind.Full)
            scope.AsOf = pass.StartedAt;
        if (pass.Kind != MirrorPassKind.Statuses)
        {
            scope.NewAsOf = Later(scope.NewAsOf, pass);
            if (scope.NewestAt is null || pass.NewestAt > scope.NewestAt || scope.NewestAt > now)
                scope.NewestAt = pass.NewestAt ?? scope.NewestAt;
        }
        if (pass.Kind != MirrorPassKind.New)
            scope.StatusesAsOf = Later(scope.StatusesAsOf, pass);
    }

    private static bool IsOf(MirrorPassKind kind, string? error) =>
        error?.StartsWith(PrefixOf(kind), StringComparison.Ordinal) == true;

    private DateTimeOffset Later(DateTimeOffset? known, PassState pass) =>
        known > pass.StartedAt && known <= clock.GetUtcNow() ? known.Value : pass.StartedAt;

    private static async Task<PassState?> FindAsync(
        MirrorReader reader,
        MirrorPassKind kind,
        CancellationToken cancellationToken
    ) =>
        await reader.PassAsync(kind, cancellationToken).ConfigureAwait(false) is { } pass
            ? PassState.Read(pass.State)
            : null;
}
