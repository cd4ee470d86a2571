using FluentProfiles.Planning;
using FluentProfiles.Query;
using FluentProfiles.Query.Operators;

namespace FluentProfiles.Execution;

/// <summary>The token of where a run began: for a terminal that gives nothing before its end, so that what it has read is lost
/// when it fails.</summary>
internal static class BeginningToken
{
    /// <param name="query">The query, with what the terminal has added to it.</param>
    /// <param name="environment">Where it reads.</param>
    /// <param name="moment">What <c>UtcNow</c> was for the run.</param>
    /// <returns>Null where the query without its terminal can't be planned.</returns>
    public static string? Of(QueryDefinition query, QueryEnvironment environment, DateTimeOffset? moment)
    {
        if (query.Settings.Resume is { } start)
            return ResumeToken.Write(start);
        var asWritten = query with { Operators = WithoutTerminal(query.Operators) };
        try
        {
            var clock = new RunMoment(environment.Clock, moment);
            var plan = QueryPlanner.Plan(asWritten, environment with { Clock = clock });
            return ResumeToken.Write(
                new(QueryFingerprint.Of(plan, environment.Address, own: 0))
                {
                    Limit = query.Settings.Cursor is null ? null : plan.PageSize,
                    Cursor = query.Settings.Cursor,
                    Moment = moment,
                }
            );
        }
        catch (UnsupportedQueryException)
        {
            return null;
        }
    }

    private static OperatorChain? WithoutTerminal(OperatorChain? operators)
    {
        while (operators is { Last: AnyOrderOperator or LastOperator or ExtremeOperator })
            operators = operators.Previous;
        return operators;
    }
}
