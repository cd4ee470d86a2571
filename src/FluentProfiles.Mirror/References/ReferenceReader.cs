using System.Data.Common;
using System.Globalization;
using FluentProfiles.Mirror.Model;
using FluentProfiles.Mirror.Storing;
using FluentProfiles.Mirror.Storing.Commands;
using FluentProfiles.Mirror.Storing.Gaps;
using FluentProfiles.Mirror.Storing.Rows;

namespace FluentProfiles.Mirror.References;

/// <summary>Reads the profiles and the claims of references over one connection.</summary>
internal sealed class ReferenceReader(MirrorSession session, int scope, GapCheck gaps)
{
    /// <summary>So many profiles of one reference are read.</summary>
    public const int Most = 101;

    private static readonly string Limit = Most.ToString(CultureInfo.InvariantCulture);

    private readonly MirrorTable profiles = session.Tables.Profiles;
    private readonly MirrorTable scopes = session.Tables.Scopes;
    private readonly MirrorTable claims = session.Tables.Claims;

    private MirrorColumn Scope => profiles[nameof(MirroredProfile.Scope)];

    private MirrorColumn Id => profiles[nameof(MirroredProfile.Id)];

    private MirrorColumn Reference => profiles[nameof(MirroredProfile.ReferenceId)];

    private MirrorColumn Key => profiles.Keys[0];

    private string OldestFirst => OldestFirstOf("p");

    /// <summary>The profiles with a reference, and the state of the mirror, in one statement.</summary>
    /// <exception cref="MirrorNotReadyException">No full pass is complete yet, or there is no profile with the reference among those that
    /// have theirs.</exception>
    public async Task<ReferenceSnapshot> FindAsync(string reference, CancellationToken cancellationToken)
    {
        var (asOf, given) = (scopes[nameof(MirrorScope.AsOf)], scopes[nameof(MirrorScope.ChangesGiven)]);
        var lacking = scopes[nameof(MirrorScope.Gaps)];
        var sql =
            $"SELECT s.{asOf.Name}, s.{given.Name}, p.{Id.Name}, s.{lacking.Name} FROM {scopes.Name} AS s LEFT JOIN {profiles.Name} AS p "
            + $"ON p.{Scope.Name} = s.{scopes.Keys[0].Name} AND p.{Reference.Name} = @p1 WHERE s.{scopes.Keys[0].Name} = @p0 "
            + $"ORDER BY {OldestFirst} LIMIT {Limit}";
        var select = await session
            .StatementAsync(sql, [scopes.Keys[0], Reference], cancellationToken)
            .ConfigureAwait(false);
        select.SetAll(scope, reference);
        var rows = await select
            .ReadAsync(
                row =>
                    (
                        IsReady: !row.IsDBNull(0),
                        Position: row.GetInt64(1),
                        Id: row.IsDBNull(2) ? null : IdOf(row, 2),
                        Gaps: row.IsDBNull(3) ? null : row.GetString(3)
                    ),
                cancellationToken
            )
            .ConfigureAwait(false);
        ReadyMirror.ThrowUnless(rows[0].IsReady);
        string[] ids = [.. rows.Select(row => row.Id).OfType<string>()];
        if (ids.Length == 0)
            ReadyMirror.ThrowIfLacking(gaps.Of(rows[0].Gaps));
        return new(ids, rows[0].Position);
    }

    /// <summary>The profiles with a reference, or else the claim on it.</summary>
    /// <exception cref="MirrorNotReadyException">As for <see cref="FindAsync"/>.</exception>
    public async Task<ReferenceSnapshot> PeekAsync(string reference, CancellationToken cancellationToken)
    {
        var found = await FindAsync(reference, cancellationToken).ConfigureAwait(false);
        if (
            found.Ids.Count > 0
            || await ClaimAsync(reference, cancellationToken).ConfigureAwait(false) is not { } claim
        )
            return found;
        return found with { Claim = claim, Now = await session.NowAsync(cancellationToken).ConfigureAwait(false) };
    }

    /// <summary>The profiles with some references, the oldest of each first.</summary>
    /// <returns>The place of a reference among those given, and the id of a profile that has it.</returns>
    /// <exception cref="MirrorNotReadyException">Some are not among the profiles that have theirs.</exception>
    public async Task<List<(int Place, string Id)>> FindManyAsync(
        IReadOnlyList<string> references,
        CancellationToken cancellationToken
    )
    {
        var select = await session
            .ListStatementAsync(
                session.IsPostgres ? ManyInPostgres : ManyInSqlite,
                [(Scope, scope)],
                (Reference, references),
                cancellationToken
            )
            .ConfigureAwait(false);
        List<(int Place, string Id)> found = await select
            .ReadAsync(row => ((int)row.GetInt64(0), IdOf(row, 1)), cancellationToken)
            .ConfigureAwait(false);
        if (found.DistinctBy(row => row.Place).Count() < references.Count)
            await ThrowIfLackingAsync(cancellationToken).ConfigureAwait(false);
        return found;
    }

    /// <summary>True for a profile that was erased.</summary>
    public async Task<bool> IsErasedAsync(string id, CancellationToken cancellationToken)
    {
        var erased = await new MirrorReader(session, scope).ErasedAsync([id], cancellationToken).ConfigureAwait(false);
        return erased.Count > 0;
    }

    /// <summary>Some profiles, the oldest first.</summary>
    public async Task<List<UserProfile>> ProfilesAsync(
        IReadOnlyList<string> ids,
        ProfileRowReader rows,
        CancellationToken cancellationToken
    )
    {
        var json = profiles[nameof(MirroredProfile.Json)];
        var select = await session
            .ListStatementAsync(
                $"SELECT p.{json.Name} FROM {profiles.Name} AS p WHERE p.{Scope.Name} = @p0 AND p.{Id.Name} {session.AnyValue(1)} ORDER BY {OldestFirst}",
                [(Scope, scope)],
                (Id, ids),
                cancellationToken
            )
            .ConfigureAwait(false);
        return await select
            .ReadAsync(row => rows.Read((byte[])row.GetValue(0), requestedAt: default).Profile, cancellationToken)
            .ConfigureAwait(false);
    }

    /// <inheritdoc cref="DuplicateReader.ReadAsync(string?, CancellationToken)"/>
    public Task<(IReadOnlyList<DuplicateReference> Part, string? Last)> DuplicatesAsync(
        string? after,
        ProfileRowReader rows,
        CancellationToken cancellationToken
    ) => new DuplicateReader(session, scope, rows).ReadAsync(after, cancellationToken);

    /// <exception cref="MirrorNotReadyException">No full pass is complete yet.</exception>
    public async Task<MirrorScope> ThrowUnlessReadyAsync(CancellationToken cancellationToken)
    {
        var state = await new MirrorReader(session, scope).ScopeAsync(cancellationToken).ConfigureAwait(false);
        ReadyMirror.ThrowUnless(state.AsOf is not null);
        return state;
    }

    /// <exception cref="MirrorNotReadyException">No full pass is complete yet, or rows may lack their reference.</exception>
    public async Task<MirrorScope> ThrowIfLackingAsync(CancellationToken cancellationToken)
    {
        var state = await ThrowUnlessReadyAsync(cancellationToken).ConfigureAwait(false);
        ReadyMirror.ThrowIfLacking(gaps.Of(state.Gaps));
        return state;
    }

    /// <summary>The claim on a reference; null where there is none.</summary>
    public async Task<MirrorClaim?> ClaimAsync(string reference, CancellationToken cancellationToken)
    {
        var found = await session
            .FindAsync<MirrorClaim>(claims, claims.Keys, [scope, reference], cancellationToken)
            .ConfigureAwait(false);
        return found.SingleOrDefault();
    }

    /// <summary>The claims that wait for a person, the oldest first.</summary>
    public async Task<List<MirrorClaim>> UnresolvedAsync(CancellationToken cancellationToken)
    {
        var (state, expires) = (claims[nameof(MirrorClaim.State)], claims[nameof(MirrorClaim.ExpiresAt)]);
        var select = await session
            .StatementAsync(
                SqlText.Select(
                    claims,
                    claims.Columns,
                    $"WHERE {claims.Keys[0].Name} = @p0 AND ({state.Name} = @p1 OR {state.Name} = @p2 AND {expires.Name} <= @p3) "
                        + $"ORDER BY {claims[nameof(MirrorClaim.SentAt)].Name}"
                ),
                [claims.Keys[0], state, state, expires],
                cancellationToken
            )
            .ConfigureAwait(false);
        var now = await session.NowAsync(cancellationToken).ConfigureAwait(false);
        select.SetAll(scope, MirrorClaimState.Unresolved, MirrorClaimState.Sent, now);
        return await select.ReadAsync(EntityRows.Read<MirrorClaim>(claims), cancellationToken).ConfigureAwait(false);
    }

    private string ManyInPostgres =>
        $"SELECT wanted.place - 1, found.id FROM unnest(@p1) WITH ORDINALITY AS wanted(reference, place) CROSS JOIN LATERAL ("
        + $"SELECT p.{Id.Name} AS id FROM {profiles.Name} AS p WHERE p.{Scope.Name} = @p0 AND p.{Reference.Name} = wanted.reference "
        + $"ORDER BY {OldestFirst} LIMIT {Limit}) AS found";

    // CROSS JOIN: SQLite reads the references first.
    private string ManyInSqlite =>
        $"SELECT wanted.key, p.{Id.Name} FROM json_each(@p1) AS wanted CROSS JOIN {profiles.Name} AS p ON p.{Key.Name} IN ("
        + $"SELECT q.{Key.Name} FROM {profiles.Name} AS q WHERE q.{Scope.Name} = @p0 AND q.{Reference.Name} = wanted.value "
        + $"ORDER BY {OldestFirstOf("q")} LIMIT {Limit}) ORDER BY wanted.key, {OldestFirst}";

    private string OldestFirstOf(string alias) =>
        $"{alias}.{profiles[nameof(MirroredProfile.CreatedAt)].Name}, {alias}.{Id.Name}";

    private string IdOf(DbDataReader row, int place) => (string)Id.FromDatabase(row.GetValue(place))!;
}
