using FluentProfiles.Expressions.Fields;
using FluentProfiles.Model.Schema;
using FluentProfiles.Operators;
using FluentProfiles.Operators.Conditions;

namespace FluentProfiles.Planning;

/// <summary>Which fields of a profile a plan must read.</summary>
internal static class RequiredFields
{
    /// <param name="access">How the profiles are read.</param>
    /// <param name="selects">Whether a Select follows; without one whole profiles are given.</param>
    public static FieldMask Of(AccessPath access, bool selects)
    {
        if (!selects)
            return FieldMask.All;
        return Of(access.OnClient) | (access.Ids is null ? FieldMask.None : ToList(access));
    }

    /// <summary>What some steps look at.</summary>
    public static FieldMask Of(IEnumerable<QueryOperator> steps)
    {
        var fields = FieldMask.None;
        foreach (var step in steps)
            fields |= Of(step);
        return fields;
    }

    /// <summary>The fields that some steps name, without those that are read only because a step takes whole profiles.</summary>
    public static FieldMask NamedBy(IEnumerable<QueryOperator> steps) =>
        steps.Select(Of).Where(fields => fields != FieldMask.All).Aggregate(FieldMask.None, (all, one) => all | one);

    /// <summary>Whether a condition needs what only a GET reports.</summary>
    public static bool ForceGets(IReadOnlyList<QueryOperator> steps) =>
        steps.Any(step => step is WhereOperator<UserProfile> && Of(step).Overlaps(ProfileSchema.OnlyByGet));

    private static FieldMask Of(QueryOperator step) =>
        step switch
        {
            ClientWhereOperator<UserProfile> => FieldMask.All,
            IdScanOperator or DetailsOperator => ProfileSchema.Id.Mask,
            TimeIntervalOperator bounds => bounds.Time.Mask,
            { Lambda: { } lambda } when lambda.Parameters[0].Type == typeof(UserProfile) => FieldCollector.Collect(
                lambda
            ),
            _ => FieldMask.None,
        };

    /// <summary>What has been looked up is brought into the order, and filtered as, a listing would be.</summary>
    private static FieldMask ToList(AccessPath access) => access.Order.SortedBy.Mask | access.Filters.Mask;
}
