using FluentProfiles.Expressions.Closing;
using FluentProfiles.Operators;
using FluentProfiles.Planning.Filters;
using FluentProfiles.Resume;

namespace FluentProfiles.Planning;

/// <summary>A query whose closed parts are evaluated. Whatever is planned of it has the same values: nothing of the caller's
/// is evaluated or read again.</summary>
/// <param name="Settings">The query's settings.</param>
/// <param name="Operators">Its operators in the order written.</param>
/// <param name="Moment">What <c>UtcNow</c> was; null where the query does not use it.</param>
/// <param name="Quantifiers">What its conditions over captured items have given, for every plan that is made of it.</param>
internal sealed record ClosedQuery(
    QuerySettings Settings,
    QueryOperator[] Operators,
    DateTimeOffset? Moment,
    KnownQuantifiers Quantifiers
)
{
    /// <param name="query">The query.</param>
    /// <param name="clock">The time.</param>
    /// <param name="reads">False for an explanation, which leaves alone what may be readable only once.</param>
    public static ClosedQuery Of(QueryDefinition query, TimeProvider clock, bool reads = true)
    {
        var clockOfRun = new FrozenClock(clock, query.Settings.Resume?.Head.Moment);
        var closed = new ClosedExpressions(clockOfRun, reads);
        var operators = OperatorChain.InOrder(query.Operators);
        for (var i = 0; i < operators.Length; i++)
            operators[i] = closed.Evaluate(operators[i]);
        return new(query.Settings, operators, clockOfRun.Moment, new(closed));
    }

    /// <summary>How many Skips and Takes a run has added behind it. Their counters belong to no token.</summary>
    public int WindowsOfRun { get; init; }

    /// <summary>The same query, begun where an earlier run of it stopped.</summary>
    public ClosedQuery StartingAt(ResumePoint start) => this with { Settings = Settings with { Start = start } };

    public ClosedQuery WithPageSize(int size) => this with { Settings = Settings with { PageSize = size } };
}
