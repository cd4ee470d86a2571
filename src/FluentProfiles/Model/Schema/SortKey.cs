namespace FluentProfiles.Model.Schema;

/// <summary>A field that the service sorts by, with its order. What it can do follows from the property's type.</summary>
internal abstract class SortKey(ProfileField field)
{
    public ProfileField Field { get; } = field;

    /// <summary>The value of <c>order_by</c>. Resume tokens name the key by it, too.</summary>
    public string Name => Field.Name;

    public FieldMask Mask => Field.Mask;

    /// <summary>True when the values are times that are never null. Their positions are ticks of UTC, and bounds on them can end a
    /// scan.</summary>
    public bool IsTime { get; } = field.Property.PropertyType == typeof(DateTimeOffset);

    /// <summary>True where profiles without a value come last in both directions. Descending is then not the reverse of ascending,
    /// so the order can't be turned round.</summary>
    public abstract bool NullsLast { get; }

    /// <summary>True where each profile has a position: a number that grows with the value. Such an order can be checked, turned round
    /// and walked from both ends, and is that of the type's default comparer.</summary>
    public bool HasPositions => !NullsLast;

    /// <summary>The position of a profile. It says nothing where <see cref="HasPositions"/> is false.</summary>
    public abstract long PositionOf(UserProfile profile);

    /// <summary>True for a number that a profile may have as its position.</summary>
    public abstract bool IsPosition(long number);

    /// <summary>Sorts as the service does. Profiles with equal values keep their order.</summary>
    public abstract IEnumerable<UserProfile> Sort(IEnumerable<UserProfile> profiles, bool descending);

    /// <summary>The key of a field; null for a field that the service does not sort by.</summary>
    /// <exception cref="NotSupportedException">Values of the field's type have no order here.</exception>
    public static SortKey? Of(ProfileField field) => field.Facts is { Sortable: true } ? By(field) : null;

    /// <summary>The key of a field, whether or not the service sorts by it.</summary>
    /// <exception cref="NotSupportedException">Values of the field's type have no order here.</exception>
    public static SortKey By(ProfileField field) =>
        Known(field) is { } known ? known
        : ExtensibleEnums.Find(field.Property.PropertyType) is { } type ? type.Accept(new OfEnum(field))
        : throw new NotSupportedException($"{field.Property.Name}: {nameof(SortKey)} has no order for its type.");

    /// <summary>True for a field whose values have an order here.</summary>
    public static bool IsOrdered(ProfileField field) =>
        Known(field) is not null || ExtensibleEnums.Find(field.Property.PropertyType) is not null;

    private static SortKey? Known(ProfileField field)
    {
        var type = field.Property.PropertyType;
        return type == typeof(DateTimeOffset)
                ? new PositionKey<DateTimeOffset>(
                    field,
                    time => time.UtcTicks,
                    DateTimeOffset.MinValue.Ticks,
                    DateTimeOffset.MaxValue.Ticks
                )
            : type == typeof(int) ? new PositionKey<int>(field, number => number, int.MinValue, int.MaxValue)
            : type == typeof(string) ? new NullsLastKey<string?>(field)
            : type == typeof(DateTimeOffset?) ? new NullsLastKey<DateTimeOffset?>(field)
            : type == typeof(int?) ? new NullsLastKey<int?>(field)
            : null;
    }

    private sealed class OfEnum(ProfileField field) : IExtensibleEnumVisitor<SortKey>
    {
        public SortKey Visit<T>(ExtensibleEnum<T> type)
            where T : struct, IEquatable<T> => new NullsLastKey<T>(field);
    }
}
