namespace FluentProfiles.Planning.Conditions;

/// <summary>Bounds on the time of creation, both inclusive: what is exclusive is moved by a tick.</summary>
internal readonly record struct CreatedAtRange(DateTimeOffset From, DateTimeOffset To)
{
    public static CreatedAtRange All { get; } = new(DateTimeOffset.MinValue, DateTimeOffset.MaxValue);

    public static CreatedAtRange Empty { get; } = new(DateTimeOffset.MaxValue, DateTimeOffset.MinValue);

    public bool IsEmpty => From > To;

    public bool HasFrom => From > All.From;

    public bool HasTo => To < All.To;

    public CreatedAtRange Intersect(CreatedAtRange other) =>
        new(other.From > From ? other.From : From, other.To < To ? other.To : To);

    public bool Contains(DateTimeOffset time) => From <= time && time <= To;

    /// <summary>Whether the time, and with it all that follow in the given order, lies beyond the range.</summary>
    public bool EndsBefore(DateTimeOffset time, bool descending) => descending ? time < From : time > To;
}
