using FluentProfiles.Operators;
using FluentProfiles.Operators.Orders;
using FluentProfiles.Operators.Windows;
using FluentProfiles.Planning;
using FluentProfiles.Resume;
using FluentProfiles.Sources;

namespace FluentProfiles.Running.Resuming;

/// <summary>Creates the token that resumes where a run began, for terminals that return nothing when they fail.</summary>
internal static class BeginningToken
{
    /// <param name="query">The query of the run, including operators of the terminal.</param>
    /// <param name="environment">Where it reads.</param>
    /// <returns>Null where the query without its terminal can't be planned.</returns>
    public static string? Of(ClosedQuery query, QueryEnvironment environment)
    {
        if (query.Settings.Resume is { } start)
            return start.Text;
        try
        {
            var plan = QueryPlanner.Plan(query with { Operators = WithoutTerminal(query.Operators) }, environment);
            return ResumeToken.Write(
                QueryFingerprint.Of(plan, environment.Address, own: 0),
                new() { Limit = query.Settings.Cursor is null ? null : plan.PageSize, Cursor = query.Settings.Cursor },
                environment.Protector
            );
        }
        catch (UnsupportedQueryException)
        {
            return null;
        }
    }

    private static QueryOperator[] WithoutTerminal(QueryOperator[] operators)
    {
        var count = operators.Length;
        while (count > 0 && operators[count - 1] is UnorderedOperator or LastOperator or ExtremeOperator)
            count--;
        return operators[..count];
    }
}
