using FluentProfiles.Expressions.Fields;
using FluentProfiles.Model.Schema;
using FluentProfiles.Operators;
using FluentProfiles.Operators.Conditions;

namespace FluentProfiles.Planning;

/// <summary>The fields of a profile that a plan must read.</summary>
internal static class RequiredFields
{
    /// <param name="access">How the profiles are read.</param>
    /// <param name="selects">True when a Select follows; without one, whole profiles are returned.</param>
    public static FieldMask Of(AccessPath access, bool selects)
    {
        if (!selects)
            return FieldMask.All;
        var fields = access.Ids is null ? FieldMask.None : ToList(access);
        for (var i = 0; i < access.OnClient.Count; i++)
            fields |= Of(access.OnClient[i]);
        return fields;
    }

    /// <summary>Returns the fields that some steps read.</summary>
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

    /// <summary>Returns true when a condition reads a field that only a GET reports.</summary>
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

    /// <summary>The fields by which profiles that were looked up are sorted and filtered, as the service does in a listing.</summary>
    private static FieldMask ToList(AccessPath access) => access.Order.SortedBy.Mask | access.Filters.Mask;
}
