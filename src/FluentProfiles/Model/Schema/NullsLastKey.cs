namespace FluentProfiles.Model.Schema;

/// <summary>A key whose values may be null.</summary>
internal sealed class NullsLastKey<TValue>(FieldPath path) : SortKey(path)
{
    private readonly Func<UserProfile, TValue> get = path.GetterOf<TValue>();

    public override bool NullsLast => true;

    public override long PositionOf(UserProfile profile) => 0;

    // Where a run stops within such an order is known by ids alone.
    public override bool IsPosition(long number) => true;

    public override IEnumerable<UserProfile> Sort(IEnumerable<UserProfile> profiles, bool descending) =>
        profiles.OrderBy(get, new NullsLastComparer<TValue>(descending));
}
