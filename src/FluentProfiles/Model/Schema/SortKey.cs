namespace FluentProfiles.Model.Schema;

/// <summary>A member that a source sorts by, with its order. What it can do follows from the property's type.</summary>
internal abstract class SortKey(FieldPath path)
{
    public FieldPath Path => path;

    /// <summary>The field of the profile; null for a member of a part.</summary>
    public ProfileField? Field => path.OfProfile;

    /// <summary>The value of <c>order_by</c>. Resume tokens name the key by it, too.</summary>
    public string Name => path.Name;

    public FieldMask Mask => path.Mask;

    /// <summary>True when the values are times that are never null. Their positions are ticks of UTC, and bounds on them can end a
    /// scan.</summary>
    public virtual bool IsTime => false;

    /// <summary>True when profiles without a value come last in both directions. Descending is then not the reverse of ascending, so the
    /// listing can't be reversed.</summary>
    public abstract bool NullsLast { get; }

    /// <summary>True when each profile has a position: a number that grows with the value. Such an order can be checked, reversed and
    /// read from both ends, and is that of the type's default comparer.</summary>
    public bool HasPositions => !NullsLast;

    /// <summary>The position of a profile. It says nothing where <see cref="HasPositions"/> is false.</summary>
    public abstract long PositionOf(UserProfile profile);

    /// <summary>True for a number that a profile may have as its position.</summary>
    public abstract bool IsPosition(long number);

    /// <summary>Sorts as the service does. Profiles with equal values keep their order.</summary>
    public abstract IEnumerable<UserProfile> Sort(IEnumerable<UserProfile> profiles, bool descending);

    /// <summary>The key of a field; null for a field that the service does not sort by.</summary>
    /// <exception cref="NotSupportedException">Values of the field's type have no order here.</exception>
    public static SortKey? Of(ProfileField field) => field.Facts is { Sortable: true } ? By(field.Path) : null;

    /// <summary>The key of a member, even if the service does not sort by it.</summary>
    /// <exception cref="NotSupportedException">Values of the member's type have no order here.</exception>
    public static SortKey By(FieldPath path) =>
        Known(path) is { } known ? known
        : ExtensibleEnums.Find(path.Last.Property.PropertyType) is { } type ? type.Accept(new OfEnum(path))
        : throw new NotSupportedException($"{path.Name}: {nameof(SortKey)} has no order for its type.");

    /// <summary>True for a member whose values have an order here.</summary>
    public static bool IsOrdered(FieldPath path) =>
        Known(path) is not null || ExtensibleEnums.Find(path.Last.Property.PropertyType) is not null;

    // A part may be missing, and then a number or a time of it has no value, whatever its type.
    private static SortKey? Known(FieldPath path)
    {
        var type = path.Last.Property.PropertyType;
        if (path.OfProfile is null)
            return type == typeof(string) ? new NullsLastKey<string?>(path)
                : type == typeof(DateTimeOffset) || type == typeof(DateTimeOffset?)
                    ? new NullsLastKey<DateTimeOffset?>(path)
                : type == typeof(int) || type == typeof(int?) ? new NullsLastKey<int?>(path)
                : null;
        return type == typeof(DateTimeOffset)
                ? new PositionKey<DateTimeOffset>(
                    path,
                    time => time.UtcTicks,
                    DateTimeOffset.MinValue.Ticks,
                    DateTimeOffset.MaxValue.Ticks
                )
            : type == typeof(int) ? new PositionKey<int>(path, number => number, int.MinValue, int.MaxValue)
            : type == typeof(string) ? new NullsLastKey<string?>(path)
            : type == typeof(DateTimeOffset?) ? new NullsLastKey<DateTimeOffset?>(path)
            : type == typeof(int?) ? new NullsLastKey<int?>(path)
            : null;
    }

    private sealed class OfEnum(FieldPath path) : IExtensibleEnumVisitor<SortKey>
    {
        public SortKey Visit<T>(ExtensibleEnum<T> type)
            where T : struct, IEquatable<T> => new NullsLastKey<T>(path);
    }
}
