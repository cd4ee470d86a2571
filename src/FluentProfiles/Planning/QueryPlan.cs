using FluentProfiles.Http;
using FluentProfiles.Model;
using FluentProfiles.Planning;
using FluentProfiles.Query.Operators;
using FluentProfiles.Resume;

namespace FluentProfiles;

/// <summary>What a query will do: what goes to the service, what stays on the client and why, which fields are read, when the
/// scan stops, how many requests it takes. Made by <c>Explain()</c>; <see cref="ToString"/> is for people, the properties
/// for tests. Nothing was sent for it. Immutable.</summary>
public sealed class QueryPlan
{
    private const int MostCounts = 100;

    private readonly AccessPath access;
    private readonly PageSizing sizing;

    internal QueryPlan(AccessPath access, PageSizing sizing, RequestScope scope)
    {
        this.access = access;
        this.sizing = sizing;
        Scope = scope;
        Listing = new(sizing.Limit, OrderBy, Descending, access.Statuses);
    }

    /// <summary>Whether the query is provably empty, so that nothing is sent.</summary>
    public bool IsEmpty { get; internal init; }

    /// <summary>How many profiles are looked up by id, one GET each, in place of a listing; 0 for a listing.</summary>
    public int Lookups => access.Ids?.Count ?? 0;

    /// <summary>The field that the service sorts by, as JSON names it, or null where the query leaves the service its own
    /// order (by <c>created_at</c>, descending).</summary>
    public string? OrderBy => access.Order.Field?.Name;

    /// <summary>Whether profiles come in descending order.</summary>
    public bool Descending => access.Order.Descending;

    /// <summary>The <c>limit</c> of each request, 1 to 100.</summary>
    public int PageSize => sizing.Limit;

    /// <summary>The statuses that a profile may have: the service filters a listing by them, the client what is looked up by
    /// id. Empty for no such filter.</summary>
    public IReadOnlyList<EnforcementStatus> EnforcementStatuses => access.Statuses ?? [];

    /// <summary>The shape of the profiles.</summary>
    public ApiRevision Revision => Scope.Betas.Revision;

    /// <summary>The betas that each request names, in order; empty for no header.</summary>
    public IReadOnlyList<AnthropicBeta> Betas => Scope.Betas.Betas;

    /// <summary>The workspace that each request names, or null for the key's own.</summary>
    public string? Workspace => Scope.Workspace;

    /// <summary>The text that <c>TagWith</c> gave the query, or null for none.</summary>
    public string? Tag => Scope.Settings.Tag;

    /// <summary>The fields of the profile that are read, as paths of JSON names; the others are skipped in the answer.</summary>
    public IReadOnlyList<string> Fields => FieldNames.Of(FieldMask);

    /// <summary>The steps that run on the client, in order, as C#, each with what it means for the number of pages. Empty
    /// where the service does everything.</summary>
    public IReadOnlyList<string> OnClient => ClientStepText.Of(this);

    /// <summary>What ends the scan before the listing ends, or null where nothing does but a <c>Take</c>.</summary>
    public string? StopsWhen => ClientStepText.StopsWhen(this);

    /// <summary>The fewest requests that the query can take.</summary>
    public int MinRequests => IsEmpty ? 0 : Math.Max(1, Lookups);

    /// <summary>The most requests that the query can take, retries apart; null where nothing bounds it but the number of
    /// profiles.</summary>
    public int? MaxRequests =>
        IsEmpty ? 0
        : Lookups > 0 ? Lookups
        : MaxPages is not { } pages ? null
        : pages + (ReadsDetails ? (int)Math.Min(int.MaxValue - pages, Needed!.Value) : 0);

    /// <summary>Whether the listing is walked from both ends at once.</summary>
    public bool TwoEnded =>
        AsksForTwoEnds
        && !IsEmpty
        && Ids is null
        && DescendingByCreatedAt is not null
        && MaxPages is null
        && StopsWhen is null
        && (IsOrderFree || !HasTake);

    /// <summary>Whether the query asks for a two-ended scan where it has no effect.</summary>
    public bool IgnoresTwoEndedScan => AsksForTwoEnds && !TwoEnded;

    internal bool IsRedacted { get; init; }

    internal RequestScope Scope { get; }

    /// <summary>Every field that is read.</summary>
    internal FieldMask FieldMask => Requested | Tracked;

    /// <summary>The fields that the query looks at.</summary>
    internal FieldMask Requested { get; init; }

    /// <summary>The fields that say where a run stands.</summary>
    internal FieldMask Tracked =>
        TracksPosition || TwoEnded ? ProfileSchema.Id.Mask | ProfileSchema.CreatedAt.Mask : FieldMask.None;

    /// <summary>The fields that are read only to check the service's filter. A run that only counts profiles reads none and
    /// trusts the filter.</summary>
    internal FieldMask Checked =>
        access.Statuses is null || Ids is not null || (FieldMask.IsEmpty && !HasTake)
            ? FieldMask.None
            : ProfileSchema.EnforcementStatus.Mask;

    /// <summary>True when the result depends on the time of creation. Whole profiles in the service's own order have it, too,
    /// but nothing depends on it.</summary>
    internal bool NeedsCreatedAt =>
        TwoEnded
        || Order.Field == ProfileSchema.CreatedAt
        || Operators.Any(step => RequiredFields.Names(step, ProfileSchema.CreatedAt));

    internal bool TracksPosition { get; init; }

    /// <summary>The order in which profiles come.</summary>
    internal ServiceOrder Order => access.Order;

    /// <summary>What <c>UtcNow</c> is for the run; null where the query does not ask.</summary>
    internal DateTimeOffset? Moment { get; init; }

    /// <summary>The direction of a listing by the time of creation; null where it has another order.</summary>
    internal bool? DescendingByCreatedAt => access.Order.SortedBy == ProfileSchema.CreatedAt ? Descending : null;

    internal bool AsksForTwoEnds { get; init; }

    /// <summary>Whether any order would do.</summary>
    internal bool IsOrderFree { get; init; }

    internal IReadOnlyList<string>? Ids => access.Ids;

    internal ListRequest Listing { get; }

    /// <summary>The most pages of a listing, or null.</summary>
    internal int? MaxPages => sizing.MaxPages;

    /// <summary>How many profiles from the start of the listing are enough, or null.</summary>
    internal long? Needed { get; init; }

    /// <summary>What the client has to do, in order.</summary>
    internal IReadOnlyList<QueryOperator> Operators => access.OnClient;

    /// <summary>True when a resumed run must start again and skip the items that were returned, because items are held back
    /// or a token has no room for more.</summary>
    internal bool BeginsAgain =>
        Operators.Any(step => step.HoldsBack)
        || Lookups > LookedUpIds.Most
        || Operators.Count(step => step is CountOperator) > MostCounts;

    /// <summary>Whether what a page holds may end the run before the listing ends.</summary>
    internal bool MayStopEarly => MaxPages is null && (StopsWhen is not null || HasTake);

    private bool HasTake => Operators.Any(step => step is CountOperator { IsTake: true });

    /// <summary>True when each profile is read by GET, which reports more than a list.</summary>
    internal bool ReadsByGet => Ids is not null || ReadsDetails;

    private bool ReadsDetails => Operators.Any(step => step is DetailsOperator);

    /// <summary>The plan for people: the request, what stays on the client, the fields, the number of requests.</summary>
    public override string ToString() => PlanText.Of(this);
}
