using System.Reflection;

namespace FluentProfiles.Model.Schema;

/// <summary>A property of the model with what its <see cref="ProfileFieldAttribute"/> says; null for
/// <c>AdditionalProperties</c>, which is no member of its own in JSON.</summary>
/// <param name="Property">The property.</param>
/// <param name="Facts">What is known of it.</param>
/// <param name="Mask">Its bit.</param>
internal sealed record ProfileField(PropertyInfo Property, ProfileFieldAttribute? Facts, FieldMask Mask)
{
    private SortKey? ordering;
    private FieldPath? path;

    /// <summary>The field and all that lies below it.</summary>
    public FieldMask Subtree { get; internal set; } = Mask;

    /// <summary>The order by the field; null where the service does not sort by it.</summary>
    public SortKey? SortKey { get; internal set; }

    /// <summary>The order by the field in a source that sorts by any field. It is that of <see cref="SortKey"/> if the service
    /// sorts by it.</summary>
    /// <exception cref="NotSupportedException">Values of the field's type have no order here.</exception>
    public SortKey Ordering =>
        SortKey ?? ordering ?? Interlocked.CompareExchange(ref ordering, Schema.SortKey.By(Path), null) ?? ordering!;

    /// <summary>The path to the field in a type that has it as a field of its own.</summary>
    public FieldPath Path => path ??= new([this]);

    /// <summary>The filter by the field; null where the service does not filter by it.</summary>
    public ProfileFilter? Filter { get; internal set; }

    public string Name => Facts?.JsonName ?? Property.Name;

    /// <summary>Gets the value of a profile.</summary>
    public Func<UserProfile, TValue> GetterOf<TValue>() =>
        Property.GetMethod!.CreateDelegate<Func<UserProfile, TValue>>();
}
