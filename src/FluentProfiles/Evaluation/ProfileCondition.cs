using FluentProfiles.Operators;
using FluentProfiles.Operators.Conditions;

namespace FluentProfiles.Evaluation;

/// <summary>The conditions of a query of profiles as one, those that the service checks included. Thread-safe, and calls the code
/// of <c>WhereOnClient</c>, too.</summary>
internal sealed class ProfileCondition
{
    private readonly Func<UserProfile, bool>[] conditions;

    /// <param name="steps">The operators of the query, with their closed parts evaluated.</param>
    public ProfileCondition(IEnumerable<QueryOperator> steps) =>
        conditions = [.. steps.Select(CodeOf).OfType<Func<UserProfile, bool>>()];

    public bool Holds(UserProfile profile)
    {
        lock (conditions)
            return Array.TrueForAll(conditions, condition => condition(profile));
    }

    private static Func<UserProfile, bool>? CodeOf(QueryOperator step) =>
        step switch
        {
            WhereOperator<UserProfile> where => Evaluator.Of(where.Predicate),
            ClientWhereOperator<UserProfile> where => where.Predicate,
            _ => null,
        };
}
