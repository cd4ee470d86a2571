namespace FluentProfiles.Model.Schema;

/// <summary>A field that the service filters by: a profile passes if it has one of the values that the request names.</summary>
internal abstract class ProfileFilter(ProfileField field)
{
    public ProfileField Field { get; } = field;

    public string Name => Field.Name;

    /// <summary>The query parameter, once for each value.</summary>
    public string Parameter => Name + "[]";

    public FieldMask Mask => Field.Mask;

    /// <summary>The texts of the values that this version knows; empty where any text is one.</summary>
    public abstract IReadOnlyList<string> KnownTexts { get; }

    /// <summary>The extensible enum of the values; null for texts.</summary>
    public abstract ExtensibleEnum? Type { get; }

    /// <summary>The value of a profile as a text; empty for none, which no request can name.</summary>
    public abstract string TextOf(UserProfile profile);

    /// <summary>A value as its text; null for an object of another type.</summary>
    public abstract string? TextOf(object? value);

    /// <summary>False where the service rejects the filter: its shape does not have the field.</summary>
    public bool IsServedBy(ApiRevision revision) => Field.Facts!.IsServedBy(revision);

    public bool IsKnown(string text) => KnownTexts.Count == 0 || KnownTexts.Contains(text);

    /// <summary>The filter by a field; null for a field that the service does not filter by.</summary>
    /// <exception cref="NotSupportedException">Values of the field's type can't be written as a parameter here.</exception>
    public static ProfileFilter? Of(ProfileField field) =>
        field.Facts is not { Filterable: true } ? null
        : field.Property.PropertyType == typeof(string) ? new TextFilter(field)
        : ExtensibleEnums.Find(field.Property.PropertyType) is { } type ? type.Accept(new OfEnum(field))
        : throw new NotSupportedException($"{field.Property.Name}: {nameof(ProfileFilter)} has no form for its type.");

    private sealed class OfEnum(ProfileField field) : IExtensibleEnumVisitor<ProfileFilter>
    {
        public ProfileFilter Visit<T>(ExtensibleEnum<T> type)
            where T : struct, IEquatable<T> => new EnumFilter<T>(field, type);
    }
}
