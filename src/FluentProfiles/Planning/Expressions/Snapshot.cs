using FluentProfiles.Planning.Evaluation;

namespace FluentProfiles.Planning.Expressions;

/// <summary>Copies a captured collection, so that a run sees it as it was when the run began. Arrays, and the lists and sets
/// of what fields of a profile are compared with; another collection is used as it is.</summary>
internal static class Snapshot
{
    public static object? Of(object? value) =>
        value switch
        {
            null or string => value,
            Array array => array.Clone(),
            System.Collections.IEnumerable when value.GetType().GetGenericArguments() is [var item] => ValueKinds
                .Of(item)
                ?.Copy(value)
                ?? value,
            _ => value,
        };
}
