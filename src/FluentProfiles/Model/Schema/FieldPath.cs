using System.Collections.Concurrent;

namespace FluentProfiles.Model.Schema;

/// <summary>A member of a profile or of one of its parts.</summary>
/// <param name="Fields">The fields from the profile to the member.</param>
internal sealed record FieldPath(IReadOnlyList<ProfileField> Fields)
{
    private static readonly ConcurrentDictionary<string, SortKey> NestedKeys = [];

    public ProfileField Last => Fields[^1];

    /// <summary>The JSON names, with dots.</summary>
    public string Name { get; } = string.Join('.', Fields.Select(field => field.Name));

    /// <summary>The C# names, with dots.</summary>
    public string Text => string.Join('.', Fields.Select(member => member.Property.Name));

    /// <summary>The field that the profile itself has; null for a member of a part.</summary>
    public ProfileField? OfProfile => Fields is [var only] ? only : null;

    /// <summary>The fields to read for the member.</summary>
    public FieldMask Mask { get; } = Fields.Aggregate(Fields[^1].Subtree, (mask, field) => mask | field.Mask);

    /// <summary>The order by the member, one object for each member. It is that of the service if the service sorts by it.</summary>
    /// <exception cref="NotSupportedException">Values of the member's type have no order here.</exception>
    public SortKey Ordering =>
        OfProfile?.Ordering ?? NestedKeys.GetOrAdd(Name, static (_, path) => SortKey.By(path), this);

    /// <summary>Returns a function that gets the value of a profile; the default value if a part on the way is missing.</summary>
    public Func<UserProfile, TValue> GetterOf<TValue>() =>
        OfProfile?.GetterOf<TValue>() ?? (profile => ValueOf(profile) is TValue value ? value : default!);

    /// <summary>Returns the value of a profile, or null if a part on the way is missing.</summary>
    public object? ValueOf(UserProfile profile)
    {
        object? value = profile;
        foreach (var field in Fields)
            value = value is null ? null : field.Property.GetValue(value);
        return value;
    }

    public bool Equals(FieldPath? other) => other?.Name == Name;

    public override int GetHashCode() => Name.GetHashCode(StringComparison.Ordinal);
}
