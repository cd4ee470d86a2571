namespace FluentProfiles.Model.Schema;

/// <summary>A key whose values are never null and fit a number.</summary>
/// <param name="path">The member.</param>
/// <param name="positionOf">The position of a value.</param>
/// <param name="least">The least position.</param>
/// <param name="most">The greatest position.</param>
internal sealed class PositionKey<TValue>(FieldPath path, Func<TValue, long> positionOf, long least, long most)
    : SortKey(path)
    where TValue : struct
{
    private readonly Func<UserProfile, TValue> get = path.GetterOf<TValue>();

    public override bool IsTime => typeof(TValue) == typeof(DateTimeOffset);

    public override bool NullsLast => false;

    public override long PositionOf(UserProfile profile) => positionOf(get(profile));

    public override bool IsPosition(long number) => least <= number && number <= most;

    public override IEnumerable<UserProfile> Sort(IEnumerable<UserProfile> profiles, bool descending) =>
        descending ? profiles.OrderByDescending(PositionOf) : profiles.OrderBy(PositionOf);
}
