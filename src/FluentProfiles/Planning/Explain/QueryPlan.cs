using FluentProfiles.Model.Schema;
using FluentProfiles.Planning;
using FluentProfiles.Planning.Explain;

namespace FluentProfiles;

/// <summary>What a query will do: what goes to the service, what stays on the client and why, which fields are read, when the
/// scan stops, how many requests it takes. Made by <c>Explain()</c>; <see cref="ToString"/> is for people, the properties
/// for tests. Nothing was sent for it. Immutable.</summary>
public sealed class QueryPlan
{
    internal QueryPlan(ExecutionPlan plan, bool redact = false) => (Execution, IsRedacted) = (plan, redact);

    /// <summary>Whether the query is provably empty, so that nothing is sent.</summary>
    public bool IsEmpty => Execution.IsEmpty;

    /// <summary>How many profiles are looked up by id, one GET each, in place of a listing; 0 for a listing.</summary>
    public int Lookups => Execution.Ids?.Count ?? 0;

    /// <summary>The field that the service sorts by, as JSON names it, or null where the query leaves the service its own
    /// order (by <c>created_at</c>, descending).</summary>
    public string? OrderBy => Execution.Order.Field?.Name;

    /// <summary>Whether profiles come in descending order.</summary>
    public bool Descending => Execution.Order.Descending;

    /// <summary>The <c>limit</c> of each request, 1 to 100.</summary>
    public int PageSize => Execution.PageSize;

    /// <summary>The statuses that a profile may have: the service filters a listing by them, the client what is looked up by
    /// id. Empty for no such filter.</summary>
    public IReadOnlyList<EnforcementStatus> EnforcementStatuses => Execution.Statuses ?? [];

    /// <summary>The shape of the profiles.</summary>
    public ApiRevision Revision => Execution.Scope.Betas.Revision;

    /// <summary>The betas that each request names, in order; empty for no header.</summary>
    public IReadOnlyList<AnthropicBeta> Betas => Execution.Scope.Betas.Betas;

    /// <summary>The workspace that each request names, or null for the key's own.</summary>
    public string? Workspace => Execution.Scope.Workspace;

    /// <summary>The text that <c>TagWith</c> gave the query, or null for none.</summary>
    public string? Tag => Execution.Scope.Settings.Tag;

    /// <summary>The fields of the profile that are read, as paths of JSON names; the others are skipped in the answer.</summary>
    public IReadOnlyList<string> Fields => FieldNames.Of(Execution.Fields);

    /// <summary>The steps that run on the client, in order, as C#, each with what it means for the number of pages. Empty
    /// where the service does everything.</summary>
    public IReadOnlyList<string> OnClient => ClientStepText.Of(Execution, IsRedacted);

    /// <summary>What ends the scan before the listing ends, or null where nothing does but a <c>Take</c>.</summary>
    public string? StopsWhen => StopText.Of(Execution, IsRedacted);

    /// <summary>The fewest requests that the query can take.</summary>
    public int MinRequests => Execution.MinRequests;

    /// <summary>The most requests that the query can take, retries apart; null where nothing bounds it but the number of
    /// profiles.</summary>
    public int? MaxRequests => Execution.MaxRequests;

    /// <summary>Whether the listing is walked from both ends at once.</summary>
    public bool TwoEnded => Execution.IsTwoEnded;

    /// <summary>Whether the query asks for a two-ended scan where it has no effect.</summary>
    public bool IgnoresTwoEndedScan => Execution.IgnoresTwoEnds;

    /// <summary>What runs.</summary>
    internal ExecutionPlan Execution { get; }

    internal bool IsRedacted { get; }

    /// <summary>The plan for people: the request, what stays on the client, the fields, the number of requests.</summary>
    public override string ToString() => PlanText.Of(this);
}
