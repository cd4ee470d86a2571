namespace FluentProfiles.Analyzers.Reading;

/// <summary>Reads what is assigned to a place by <c>??=</c> or a tuple.</summary>
internal static class Assigned
{
    /// <summary>The value, or null where it can't be told.</summary>
    public static IOperation? ValueOf(IOperation target) =>
        target.Parent switch
        {
            ICoalesceAssignmentOperation kept when kept.Target == target => kept.Value,
            ITupleOperation tuple
                when ValueOfTuple(tuple) is ITupleOperation values && values.Elements.Length == tuple.Elements.Length =>
                values.Elements[tuple.Elements.IndexOf(target)],
            _ => null,
        };

    private static IOperation? ValueOfTuple(ITupleOperation target) =>
        target.Parent is IDeconstructionAssignmentOperation assignment
            ? assignment.Target == target
                ? Values.Unwrapped(assignment.Value)
                : null
            : ValueOf(target) is { } value
                ? Values.Unwrapped(value)
                : null;
}
