using System.Linq.Expressions;
using FluentProfiles.Model.Schema;
using FluentProfiles.Operators;
using FluentProfiles.Operators.Orders;
using FluentProfiles.Resume;
using FluentProfiles.Sources;

namespace FluentProfiles.Planning;

/// <summary>The decisions of the planner, each made once: what a run reads, in which order, and what is left for the client.
/// Immutable. <see cref="QueryPlan"/> shows it to people.</summary>
internal sealed class ExecutionPlan
{
    private readonly AccessPath access;
    private readonly PageSizing sizing;
    private readonly PlanFacts facts;
    private ListRequest? listing;

    public ExecutionPlan(AccessPath access, PageSizing sizing, QueryEnvironment environment, PlanFacts facts)
    {
        (this.access, this.sizing, this.facts, Environment) = (access, sizing, facts, environment);
        Steps = new(access.OnClient, facts.WindowsOfRun);
        PositionMask = access.Order.SortedBy is { HasPositions: true } key ? key.Mask : FieldMask.None;
        StopsEarly = Ids is null && Steps.EndScan;
        IsTwoEnded = facts.AsksForTwoEnds && CanWalkBothEnds;
        Tracked = facts.TracksPosition || IsTwoEnded ? ProfileSchema.Id.Mask | PositionMask : FieldMask.None;
        Fields = facts.Requested | Tracked;
        Checked = Ids is not null || (Fields.IsEmpty && !Steps.HaveTake) ? FieldMask.None : access.Filters.Mask;
        BeginsAgain = Steps.HoldItems || Ids?.Count > LookedUpIds.Most || !Steps.FitIntoToken;
        MinRequests = IsEmpty ? 0 : Math.Max(1, Ids?.Count ?? 0);
        MaxRequests = MostRequests();
    }

    /// <summary>True when the query is provably empty, so that nothing is sent.</summary>
    public bool IsEmpty => facts.IsEmpty;

    /// <summary>The ids to look up; null for a listing.</summary>
    public IReadOnlyList<string>? Ids => access.Ids;

    /// <summary>The values that a profile may have in the fields of filters.</summary>
    public FilterValues Filters => access.Filters;

    /// <summary>The order in which profiles come.</summary>
    public ServiceOrder Order => access.Order;

    /// <summary>The field that tells where a profile stands in the order; none where the order has no positions.</summary>
    public FieldMask PositionMask { get; }

    /// <summary>True when any order will do.</summary>
    public bool IsOrderFree => facts.IsOrderFree;

    /// <summary>What each page is requested with, but for the cursor.</summary>
    public ListRequest Listing =>
        listing ??= new(sizing.Limit, access.Order, access.Filters)
        {
            Conditions = access.Conditions,
            Skip = access.Skip,
            Fields = Fields | Checked,
            Named = () => MemberNames.In(Operators),
        };

    /// <summary>Where the query reads.</summary>
    public QueryEnvironment Environment { get; }

    public string? Tag => facts.Tag;

    /// <summary>The size of a page.</summary>
    public int PageSize => sizing.Limit;

    /// <summary>The most pages of a listing, or null.</summary>
    public int? MaxPages => sizing.MaxPages;

    /// <summary>How many profiles from the start of the listing are enough, or null.</summary>
    public long? Needed => facts.Needed;

    public int MinRequests { get; }

    /// <summary>The most requests, retries apart; null where nothing bounds them but the number of profiles.</summary>
    public int? MaxRequests { get; }

    /// <summary>What the client does.</summary>
    public ClientSteps Steps { get; }

    public IReadOnlyList<QueryOperator> Operators => Steps.Operators;

    /// <summary>True when a step can end the scan before the listing ends: a bound in the direction of the order, or the last of
    /// the ids looked for. A Take is not one.</summary>
    public bool StopsEarly { get; }

    /// <summary>True when the listing is walked from both ends at once.</summary>
    public bool IsTwoEnded { get; }

    /// <summary>True when the query asks for a scan from both ends and gets one from one end.</summary>
    public bool IgnoresTwoEnds => facts.AsksForTwoEnds && !IsTwoEnded;

    /// <summary>True when what a page holds may end the run before the listing ends.</summary>
    public bool MayStopEarly => MaxPages is null && (StopsEarly || Steps.HaveTake);

    /// <summary>Every field that is read.</summary>
    public FieldMask Fields { get; }

    /// <summary>The fields that say where a run stands.</summary>
    public FieldMask Tracked { get; }

    /// <summary>The fields that are read only to check the service's filter. A run that only counts profiles reads none and
    /// trusts the filter.</summary>
    public FieldMask Checked { get; }

    public bool TracksPosition => facts.TracksPosition;

    /// <summary>What <c>UtcNow</c> is for the run; null where the query does not use it.</summary>
    public DateTimeOffset? Moment => facts.Moment;

    /// <summary>True when a resumed run must start again and skip the items that were returned, because items are held back
    /// or a token has no room for more.</summary>
    public bool BeginsAgain { get; }

    /// <summary>True when each profile is read by GET, which reports more than a list.</summary>
    public bool ReadsByGet => Ids is not null || Steps.ReadDetails;

    /// <summary>True when the source itself can count the profiles that the query returns.</summary>
    public bool IsCountedBySource =>
        Environment.Capabilities.Counts
        && !IsEmpty
        && Ids is null
        && Operators.All(step => step is UnorderedOperator or SelectOperator { Lambda.Body: ConstantExpression });

    private bool CanWalkBothEnds =>
        !IsEmpty
        && Environment.Capabilities.IsRemote
        && Ids is null
        && Order.SortedBy.HasPositions
        && MaxPages is null
        && !StopsEarly
        && (IsOrderFree || !Steps.HaveTake);

    private int? MostRequests() =>
        IsEmpty ? 0
        : Ids is { Count: > 0 and var lookups } ? lookups
        : MaxPages is not { } pages ? null
        : pages + (Steps.ReadDetails ? (int)Math.Min(int.MaxValue - pages, Needed!.Value) : 0);
}
