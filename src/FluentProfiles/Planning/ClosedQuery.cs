using FluentProfiles.Expressions.Closing;
using FluentProfiles.Operators;
using FluentProfiles.Operators.Conditions;
using FluentProfiles.Resume;

namespace FluentProfiles.Planning;

/// <summary>A query whose closed parts are evaluated. Whatever is planned of it has the same values: nothing of the caller's
/// is evaluated or read again.</summary>
/// <param name="Settings">The query's settings.</param>
/// <param name="Operators">Its operators in the order written.</param>
/// <param name="Moment">What <c>UtcNow</c> was; null where the query does not use it.</param>
internal sealed record ClosedQuery(QuerySettings Settings, QueryOperator[] Operators, DateTimeOffset? Moment)
{
    /// <param name="query">The query.</param>
    /// <param name="clock">The time.</param>
    /// <param name="reads">False for an explanation, which leaves alone what may be readable only once.</param>
    public static ClosedQuery Of(QueryDefinition query, TimeProvider clock, bool reads = true)
    {
        var moment = new RunMoment(clock, query.Settings.Resume?.Head.Moment);
        var closed = new ClosedExpressions(moment, reads);
        var operators = OperatorChain.InOrder(query.Operators);
        for (var i = 0; i < operators.Length; i++)
            operators[i] = closed.Evaluate(operators[i]);
        return new(query.Settings, operators, moment.Asked);
    }

    /// <summary>The same query, begun where an earlier run of it stopped.</summary>
    public ClosedQuery StartingAt(ResumePoint start) => this with { Settings = Settings with { Start = start } };

    /// <summary>The conditions of a query of profiles, those that the service checks included, as one that
    /// may be evaluated from several threads. It calls the code of <c>WhereOnClient</c>, too.</summary>
    /// <param name="onlyBeforeDetails">Whether to leave out those that are checked after the details are read.</param>
    public Func<UserProfile, bool> Conditions(bool onlyBeforeDetails)
    {
        var steps = onlyBeforeDetails ? Operators.TakeWhile(step => step is not DetailsOperator) : Operators;
        Func<UserProfile, bool>[] conditions =
        [
            .. steps.OfType<ICondition<UserProfile>>().Select(condition => condition.ToPredicate()),
        ];
        return profile =>
        {
            lock (conditions)
                return Array.TrueForAll(conditions, holds => holds(profile));
        };
    }

    public ClosedQuery WithPageSize(int size) => this with { Settings = Settings with { PageSize = size } };
}
