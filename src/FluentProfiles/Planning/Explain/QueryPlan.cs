using FluentProfiles.Model.Schema;
using FluentProfiles.Planning;
using FluentProfiles.Planning.Explain;

namespace FluentProfiles;

/// <summary>The plan of a query: what the service does, what the client does and why, which fields are read, when the
/// scan stops, and how many requests are needed. <c>Explain()</c> creates it without sending anything.
/// <see cref="ToString"/> returns a readable string. The properties are for tests. Immutable.</summary>
public sealed class QueryPlan
{
    internal QueryPlan(ExecutionPlan plan, bool redact = false) => (Execution, IsRedacted) = (plan, redact);

    /// <summary>True when the query can't match any profile, so nothing is sent.</summary>
    public bool IsEmpty => Execution.IsEmpty;

    /// <summary>The number of profiles that are looked up by id, with one GET request each; 0 for a listing.</summary>
    public int Lookups => Execution.Ids?.Count ?? 0;

    /// <summary>The field that the service sorts by, with its JSON name; or null if the query uses the service's
    /// default order (by <c>created_at</c>, descending).</summary>
    public string? OrderBy => Execution.Order.Key?.Name;

    /// <summary>True when profiles are returned in descending order.</summary>
    public bool Descending => Execution.Order.Descending;

    /// <summary>The <c>limit</c> of each request, 1 to 100.</summary>
    public int PageSize => Execution.PageSize;

    /// <summary>The statuses that the query allows. The service filters a listing by them, and the client filters
    /// lookups by id. Empty for no such filter.</summary>
    public IReadOnlyList<EnforcementStatus> EnforcementStatuses =>
        ProfileSchema.FieldOf(nameof(UserProfile.EnforcementStatus)).Filter is { } filter
            ? [.. Execution.Filters[filter] ?? []]
            : [];

    /// <summary>The shape of the profiles that the query reads.</summary>
    public ApiRevision Revision => Execution.Environment.Betas.Revision;

    /// <summary>The betas of each request, in order; empty for no header.</summary>
    public IReadOnlyList<AnthropicBeta> Betas => Execution.Environment.Betas.Betas;

    /// <summary>The workspace of each request, or null for the workspace of the key.</summary>
    public string? Workspace => Execution.Environment.Workspace;

    /// <summary>The tag of the query (<c>TagWith</c>), or null for none.</summary>
    public string? Tag => Execution.Tag;

    /// <summary>The fields that are read, as paths of JSON names. Other fields of the response are skipped.</summary>
    public IReadOnlyList<string> Fields => FieldNames.Of(Execution.Fields);

    /// <summary>The steps that run on the client, in order, as C#. Each states its effect on the number of pages. Empty
    /// if the service does everything.</summary>
    public IReadOnlyList<string> OnClient => ClientStepText.Of(Execution, IsRedacted);

    /// <summary>The condition that ends the scan before the end of the listing. Null if the whole listing is read,
    /// apart from a <c>Take</c>.</summary>
    public string? StopsWhen => StopText.Of(Execution, IsRedacted);

    /// <summary>The minimum number of requests.</summary>
    public int MinRequests => Execution.MinRequests;

    /// <summary>The maximum number of requests without retries, or null if it depends only on the number of
    /// profiles.</summary>
    public int? MaxRequests => Execution.MaxRequests;

    /// <summary>True when the listing is read from both ends concurrently.</summary>
    public bool TwoEnded => Execution.IsTwoEnded;

    /// <summary>True when the query requests a two-ended scan that has no effect.</summary>
    public bool IgnoresTwoEndedScan => Execution.IgnoresTwoEnds;

    /// <summary>What runs.</summary>
    internal ExecutionPlan Execution { get; }

    internal bool IsRedacted { get; }

    /// <summary>Returns the plan as a readable string: the request, the steps on the client, the fields, the number of
    /// requests.</summary>
    public override string ToString() => PlanText.Of(this);
}
