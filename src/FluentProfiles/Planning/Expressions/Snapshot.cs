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
            System.Collections.IEnumerable => Copy<string>(value)
                ?? Copy<DateTimeOffset>(value)
                ?? Copy<EnforcementStatus>(value)
                ?? Copy<AccessType>(value)
                ?? Copy<AccountStatus>(value)
                ?? Copy<EntityType>(value)
                ?? value,
            _ => value,
        };

    private static object? Copy<T>(object value) =>
        value switch
        {
            List<T> list => new List<T>(list),
            HashSet<T> set => new HashSet<T>(set, set.Comparer),
            _ => null,
        };
}
