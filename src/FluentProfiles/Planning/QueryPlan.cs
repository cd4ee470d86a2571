using FluentProfiles.Http;
using FluentProfiles.Model;
using FluentProfiles.Query.Operators;

namespace FluentProfiles;

/// <summary>What a query will do: what goes to the service, what stays on the client and why, how many requests it takes.
/// Made by <c>Explain()</c>; <see cref="ToString"/> is for people, the properties for tests. Nothing was sent for it.</summary>
public sealed class QueryPlan
{
    internal QueryPlan(Planning.ListRequest listing, RequestScope scope)
    {
        Listing = listing;
        Scope = scope;
    }

    /// <summary>Whether the query is provably empty, so that nothing is sent.</summary>
    public bool IsEmpty { get; internal init; }

    /// <summary>The field that the service sorts by, as JSON names it, or null where the query leaves the service its own
    /// order (by <c>created_at</c>, descending).</summary>
    public string? OrderBy => Listing.OrderBy;

    /// <summary>Whether profiles are read in descending order.</summary>
    public bool Descending => Listing.Descending;

    /// <summary>The <c>limit</c> of each request, 1 to 100.</summary>
    public int PageSize => Listing.Limit;

    /// <summary>The statuses that the service filters by; empty for no such filter.</summary>
    public IReadOnlyList<EnforcementStatus> EnforcementStatuses => Listing.Statuses ?? [];

    /// <summary>The shape of the profiles.</summary>
    public ApiRevision Revision => Scope.Betas.Revision;

    /// <summary>The betas that each request names, in order; empty for no header.</summary>
    public IReadOnlyList<AnthropicBeta> Betas => Scope.Betas.Betas;

    /// <summary>The workspace that each request names, or null for the key's own.</summary>
    public string? Workspace => Scope.Workspace;

    /// <summary>The fields of the profile that are read, as JSON names them; the others are skipped in the answer.</summary>
    public IReadOnlyList<string> Fields =>
        [
            .. ProfileSchema
                .Of(typeof(UserProfile))
                .Where(known => FieldMask.Overlaps(known.Mask))
                .Select(known => known.Name),
        ];

    /// <summary>The operators that run on the client, in order, as C#, each with the reason. Empty where the service does
    /// everything.</summary>
    public IReadOnlyList<string> OnClient { get; internal init; } = [];

    /// <summary>The fewest requests that the query can take.</summary>
    public int MinRequests { get; internal init; }

    /// <summary>The most requests that the query can take, retries apart; null where nothing bounds it but the number of
    /// profiles.</summary>
    public int? MaxRequests { get; internal init; }

    /// <summary>Whether the query asks for a two-ended scan where it has no effect.</summary>
    public bool IgnoresTwoEndedScan { get; internal init; }

    internal Planning.ListRequest Listing { get; }

    internal RequestScope Scope { get; }

    internal FieldMask FieldMask { get; init; }

    /// <summary>What the client has to do, in order.</summary>
    internal IReadOnlyList<QueryOperator> Operators { get; init; } = [];

    /// <summary>Whether an operator holds everything back, so that nothing is delivered before the last page is read.</summary>
    internal bool HoldsBack => Operators.Any(step => step is OrderOperator or ReverseOperator or LastOperator);

    /// <summary>The plan for people: the request, what stays on the client, the fields, the number of requests.</summary>
    public override string ToString() => Planning.PlanText.Of(this);
}
