using FluentProfiles.Mirror.Model;
using FluentProfiles.Mirror.Storing.Commands;
using FluentProfiles.Mirror.Storing.Erased;
using FluentProfiles.Mirror.Storing.Feeds;
using FluentProfiles.Mirror.Storing.Gaps;
using FluentProfiles.Mirror.Storing.Moments;
using FluentProfiles.Mirror.Storing.Rows;

namespace FluentProfiles.Mirror.Storing;

/// <summary>Writes rows of one scope in one transaction. Not thread-safe.</summary>
internal sealed class MirrorWriter
{
    // Each scope has keys of its own, so that writers of two scopes do not wait for each other.
    private const int KeyBits = 40;

    private readonly MirrorSession session;
    private readonly LockedScope locked;
    private readonly MirrorTables tables;
    private readonly ProfileWriting profiles;
    private readonly long changesBefore;
    private bool isScopeChanged;

    private MirrorWriter(MirrorSession session, LockedScope locked, FeedSettings settings, ProfileRowReader rows)
    {
        (this.session, this.locked, tables) = (session, locked, session.Tables);
        var scope = locked.Row;
        changesBefore = scope.ChangesGiven;
        Reader = new(session, scope.Id);
        profiles = new(session, scope.Id);
        Removals = new(session, scope);
        Feed = new(session, locked, settings, rows);
        Candidates = new(session, scope.Id);
        Erasures = new(session, scope);
        Pending = new(session, scope.Id, Erasures);
        Events = new(session, scope.Id);
        Gaps = new(scope, rows.Members, SaveScope);
    }

    /// <summary>The row of the scope as the transaction sees it, which no other writer changes meanwhile. After a change call
    /// <see cref="SaveScope"/>.</summary>
    public MirrorScope Scope => locked.Row;

    /// <inheritdoc cref="LockedScope.Moment"/>
    public DateTimeOffset Moment
    {
        get
        {
            SaveScope();
            return locked.Moment;
        }
    }

    /// <summary>The connection, in the transaction.</summary>
    public MirrorSession Session => session;

    /// <summary>True where the transaction adds to the feed of changes, or erases a profile.</summary>
    public bool HasChanges => Scope.ChangesGiven != changesBefore;

    /// <summary>Reads within the transaction.</summary>
    public MirrorReader Reader { get; }

    /// <summary>The profiles that have to be read again.</summary>
    public PendingReads Pending { get; }

    /// <summary>The webhook events that were received.</summary>
    public ReceivedEvents Events { get; }

    /// <summary>Writes the feed of changes.</summary>
    public FeedWriting Feed { get; }

    /// <summary>Writes which profiles passes have not found.</summary>
    public CandidateWriting Candidates { get; }

    /// <summary>Notes what rows may lack.</summary>
    public GapWriting Gaps { get; }

    /// <summary>Remembers which profiles were removed.</summary>
    public Removals Removals { get; }

    /// <summary>Erases profiles, and knows which ones were erased.</summary>
    public ErasureWriting Erasures { get; }

    /// <summary>The key of a row.</summary>
    /// <param name="scope">The scope.</param>
    /// <param name="number">Its number within the scope, from 1.</param>
    public static long KeyOf(int scope, long number) => ((long)scope << KeyBits) + number;

    public static async Task<MirrorWriter> BeginAsync(
        MirrorSession session,
        int scope,
        FeedSettings settings,
        ProfileRowReader rows,
        CancellationToken cancellationToken
    )
    {
        var locked = await LockedScope.LockAsync(session, scope, cancellationToken).ConfigureAwait(false);
        return new(session, locked, settings, rows);
    }

    /// <summary>The time by the clock of the database.</summary>
    public Task<DateTimeOffset> NowAsync(CancellationToken cancellationToken) => session.NowAsync(cancellationToken);

    /// <inheritdoc cref="LockedScope.Now"/>
    public DateTimeOffset BegunAt => locked.Now;

    /// <summary>Writes <see cref="Scope"/> when the transaction is committed.</summary>
    public void SaveScope() => isScopeChanged = true;

    /// <summary>Inserts profiles that are not stored, and replaces the rows of those that are stored with another content, and were not
    /// written since the request. Of several readings of a profile the last one counts. One that was requested before the profile was
    /// removed counts as older. Profiles that were erased are left out.</summary>
    /// <exception cref="MirrorException">A reading is days older than others that are stored.</exception>
    /// <param name="rows">The readings.</param>
    /// <param name="cancellationToken">Cancels the commands.</param>
    /// <param name="overtaken">Takes the rows of another content that were written since; null for nothing.</param>
    /// <param name="areLater">True for readings that are known to be later than what is stored, whenever they were requested.</param>
    public async Task<WriteCounts> PutAsync(
        IReadOnlyList<ProfileRow> rows,
        CancellationToken cancellationToken,
        List<StoredRow>? overtaken = null,
        bool areLater = false
    )
    {
        if (rows.Count == 0)
            return default;
        var last = rows.Reverse().DistinctBy(row => row.Id).Reverse().ToArray();
        var found = await Reader.ByIdAsync([.. last.Select(row => row.Id)], cancellationToken).ConfigureAwait(false);
        var stored = found.ToDictionary(row => row.Id);
        string[] others = [.. last.Select(row => row.Id).Where(id => !stored.ContainsKey(id))];
        var erased = await Erasures.AmongAsync(others, cancellationToken).ConfigureAwait(false);
        ProfileRow[] readings = [.. last.Where(row => !erased.Contains(row.Id))];
        ProfileRow[] absent = [.. readings.Where(row => !stored.ContainsKey(row.Id))];
        var alive = areLater
            ? absent
            : await Removals.ExceptRemovedAsync(absent, cancellationToken).ConfigureAwait(false);
        KeyedRow[] added = [.. alive.Select(row => new KeyedRow(NextKey(), row, Moment))];
        ProfileRow[] differing =
        [
            .. readings.Where(row => stored.TryGetValue(row.Id, out var known) && !row.IsIdenticalTo(known)),
        ];
        KeyedRow[] changed =
        [
            .. differing
                .Where(row => areLater || row.IsAfter(stored[row.Id]))
                .Select(row => new KeyedRow(stored[row.Id].Key, row, Moment)),
        ];
        KeyedRow[] news = [.. changed.Where(keyed => !keyed.Row.IsSameAs(stored[keyed.Row.Id]))];
        await WriteAsync(added, changed, news, cancellationToken).ConfigureAwait(false);
        overtaken?.AddRange(
            differing.Select(row => stored[row.Id]).ExceptBy(changed.Select(one => one.Key), row => row.Key)
        );
        return new(
            added.Length,
            news.Length,
            readings.Length - absent.Length - differing.Length,
            absent.Length - added.Length + differing.Length - changed.Length,
            changed.Length - news.Length
        );
    }

    /// <summary>Removes profiles that the service no longer has, unless their rows were written since that was asked.</summary>
    /// <param name="rows">The rows of the profiles.</param>
    /// <param name="requestedAt">The moment of the readings that did not find them.</param>
    /// <param name="cancellationToken">Cancels the commands.</param>
    /// <returns>How many were removed.</returns>
    public async Task<int> RemoveAsync(
        IReadOnlyList<StoredRow> rows,
        DateTimeOffset requestedAt,
        CancellationToken cancellationToken
    )
    {
        List<StoredRow> removed = [];
        foreach (var row in rows)
        {
            if (await profiles.DeleteAsync(row.Key, requestedAt, cancellationToken).ConfigureAwait(false))
                removed.Add(row);
        }
        string[] ids = [.. removed.Select(row => row.Id)];
        await Candidates.RemoveAsync(removed.Select(row => row.Key), cancellationToken).ConfigureAwait(false);
        await NoteGoneAsync(ids, cancellationToken).ConfigureAwait(false);
        await Feed.AddRemovedAsync(ids, cancellationToken).ConfigureAwait(false);
        Scope.Rows -= removed.Count;
        return removed.Count;
    }

    /// <summary>Notes that the service does not have some profiles, stored or not: no reading that was requested before adds them. Those
    /// that were erased are not named again.</summary>
    public async Task NoteGoneAsync(IReadOnlyList<string> ids, CancellationToken cancellationToken)
    {
        if (ids.Count == 0)
            return;
        var erased = await Erasures.AmongAsync(ids, cancellationToken).ConfigureAwait(false);
        await Removals.AddAsync(ids.Except(erased), Moment, cancellationToken).ConfigureAwait(false);
    }

    /// <summary>Notes that a row is confirmed, so that no reading from before replaces it.</summary>
    public Task TouchAsync(long key, CancellationToken cancellationToken) =>
        profiles.TouchAsync(key, Moment, cancellationToken);

    /// <summary>Writes the checkpoint of a pass.</summary>
    public Task SavePassAsync(MirrorPass pass, CancellationToken cancellationToken) =>
        session.PutAsync(tables.Passes, pass, cancellationToken);

    /// <summary>Removes the checkpoint of a pass.</summary>
    public Task EndPassAsync(MirrorPassKind kind, CancellationToken cancellationToken) =>
        session.DeleteAsync(
            tables.Passes,
            [tables.Passes[nameof(MirrorPass.Scope)], tables.Passes[nameof(MirrorPass.Kind)]],
            [Scope.Id, kind],
            cancellationToken
        );

    /// <summary>Fills some rows again from their JSON. After the last one, the scope has the shape of the reader.</summary>
    /// <param name="after">The key of the last row that was filled; 0 for none.</param>
    /// <param name="reader">Reads rows with the members that are stored now.</param>
    /// <param name="cancellationToken">Cancels the commands.</param>
    /// <returns>The key of the last row; null when there are no more.</returns>
    public async Task<long?> RefillAsync(long after, ProfileRowReader reader, CancellationToken cancellationToken)
    {
        Gaps.NoteRows();
        var last = await Refilling
            .RunAsync(session, profiles, Scope.Id, after, reader, cancellationToken)
            .ConfigureAwait(false);
        if (last is null)
        {
            Scope.Shape = reader.Members.Shape;
            SaveScope();
        }
        return last;
    }

    /// <summary>Deletes all profiles of the scope, and what is known of passes.</summary>
    public async Task ResetAsync(CancellationToken cancellationToken)
    {
        await session.AllowLongCommandsAsync(cancellationToken).ConfigureAwait(false);
        foreach (
            var table in (MirrorTable[])
                [tables.Profiles, tables.Metadata, tables.Candidates, tables.Passes, tables.Removals]
        )
        {
            await session
                .DeleteAsync(table, [table[nameof(MirrorPass.Scope)]], [Scope.Id], cancellationToken)
                .ConfigureAwait(false);
        }
        (Scope.AsOf, Scope.StatusesAsOf, Scope.NewAsOf) = (null, null, null);
        (Scope.NewestAt, Scope.LookedTo) = (null, null);
        (Scope.LastError, Scope.LastErrorAt, Scope.LastRemoval) = (null, null, null);
        (Scope.Gaps, Scope.Rows) = (null, 0);
        await Feed.RestartAsync(cancellationToken).ConfigureAwait(false);
        SaveScope();
    }

    public async Task CommitAsync(CancellationToken cancellationToken)
    {
        if (isScopeChanged)
            await session.PutAsync(tables.Scopes, Scope, cancellationToken).ConfigureAwait(false);
        await session.CommitAsync(cancellationToken).ConfigureAwait(false);
    }

    /// <summary>Writes rows, and what has changed into the feed, and ends the claims of their references.</summary>
    /// <param name="added">Profiles that are not stored.</param>
    /// <param name="replaced">Profiles that are stored with other bytes.</param>
    /// <param name="changed">Those of them whose content is another.</param>
    /// <param name="cancellationToken">Cancels the commands.</param>
    private async Task WriteAsync(
        IReadOnlyList<KeyedRow> added,
        IReadOnlyList<KeyedRow> replaced,
        IReadOnlyList<KeyedRow> changed,
        CancellationToken cancellationToken
    )
    {
        if (added.Count + replaced.Count > 0)
            Gaps.NoteRows();
        await profiles.InsertAsync(added, cancellationToken).ConfigureAwait(false);
        Scope.Rows += added.Count;
        await Feed.AddCreatedAsync(added, cancellationToken).ConfigureAwait(false);
        await Feed.AddChangedAsync(changed, cancellationToken).ConfigureAwait(false);
        await profiles.UpdateAsync(replaced, cancellationToken).ConfigureAwait(false);
        if (locked.HasClaims)
            await FoundClaims
                .EndAsync(session, Scope.Id, added.Concat(replaced).Select(keyed => keyed.Row), cancellationToken)
                .ConfigureAwait(false);
        if (changed.Count > 0)
            SaveScope();
    }

    private long NextKey()
    {
        SaveScope();
        return KeyOf(Scope.Id, ++Scope.KeysGiven);
    }
}
