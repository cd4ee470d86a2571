namespace FluentProfiles.Model.Schema;

/// <summary>A filter by an extensible enum.</summary>
internal sealed class EnumFilter<T>(ProfileField field, ExtensibleEnum<T> type) : ProfileFilter(field)
    where T : struct, IEquatable<T>
{
    private readonly Func<UserProfile, T> get = field.GetterOf<T>();

    public override IReadOnlyList<string> KnownTexts => type.KnownTexts;

    public override ExtensibleEnum Type => type;

    public override string TextOf(UserProfile profile) => get(profile).ToString()!;

    public override string? TextOf(object? value) => value is T known ? known.ToString() : null;
}
