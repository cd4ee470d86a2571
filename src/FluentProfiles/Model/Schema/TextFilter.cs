namespace FluentProfiles.Model.Schema;

/// <summary>A filter by a text.</summary>
internal sealed class TextFilter(ProfileField field) : ProfileFilter(field)
{
    private readonly Func<UserProfile, string?> get = field.GetterOf<string?>();

    public override IReadOnlyList<string> KnownTexts => [];

    public override ExtensibleEnum? Type => null;

    public override string TextOf(UserProfile profile) => get(profile) ?? "";

    public override string? TextOf(object? value) => value as string;
}
