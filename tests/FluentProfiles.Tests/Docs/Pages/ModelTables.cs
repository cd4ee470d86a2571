using FluentProfiles.Expressions.Text;
using FluentProfiles.Model.Schema;

namespace FluentProfiles.Tests.Docs.Pages;

/// <summary>The tables of the model, as its attributes and comments describe it.</summary>
internal static class ModelTables
{
    private static readonly Type[] Parts =
    [
        typeof(ExternalUserDetails),
        typeof(EnforcementAction),
        typeof(Programs),
        typeof(CyberProgram),
        typeof(CyberRequirements),
        typeof(CyberTier),
        typeof(EfsProgram),
        typeof(EfsFeature),
        typeof(TrustGrant),
    ];

    /// <summary>The tables by their names.</summary>
    public static IEnumerable<KeyValuePair<string, Func<string>>> All =>
        Parts
            .Select(part => KeyValuePair.Create($"model-{part.Name}", () => MembersOf(part)))
            .Append(KeyValuePair.Create("model-profile", Profile))
            .Append(KeyValuePair.Create("model-shapes", Shapes))
            .Append(KeyValuePair.Create("model-values", Values));

    private static string Profile() =>
        Table(
            "| member | type | meaning | set by | the service | shapes |",
            FieldsOf(typeof(UserProfile)).Select(field => $"{RowOf(field)} {ShapesOf(field.Facts!)} |")
        );

    private static string MembersOf(Type part) =>
        Table("| member | type | meaning | set by | the service |", FieldsOf(part).Select(RowOf));

    private static string Shapes() =>
        Table(
            $"| member | {string.Join(" | ", Enum.GetValues<ApiRevision>().Select(DateOf))} |",
            FieldsOf(typeof(UserProfile))
                .GroupBy(field => (field.Facts!.Since, field.Facts.Until))
                .Select(group =>
                    $"| {string.Join(", ", group.Select(field => $"`{field.Property.Name}`"))} |"
                    + string.Concat(
                        Enum.GetValues<ApiRevision>()
                            .Select(revision => group.First().Facts!.IsServedBy(revision) ? " yes |" : " |")
                    )
                )
        );

    private static string Values() =>
        Table(
            "| type | meaning | known values | treat an unknown value as |",
            ProfileSchema
                .Enums.OrderBy(known => known.Type.Name, StringComparer.Ordinal)
                .Select(known =>
                    $"| `{known.Type.Name}` | {MemberComments.Of(known.Type)} | "
                    + $"{string.Join(", ", known.KnownTexts.Select(text => $"`{text}`"))} | {EffectiveOf(known.Type)} |"
                )
        );

    private static string Table(string head, IEnumerable<string> rows)
    {
        var rule = string.Concat(Enumerable.Repeat("| --- ", head.AsSpan().Count('|') - 1)) + "|";
        return string.Join('\n', rows.Prepend(rule).Prepend(head));
    }

    private static IEnumerable<ProfileField> FieldsOf(Type type) =>
        ProfileSchema.Of(type).Where(field => field.Facts is not null);

    private static string RowOf(ProfileField field) =>
        $"| `{field.Property.Name}` | `{CSharpTypeName.Of(field.Property.PropertyType)}` | {MemberComments.Of(field.Property)} "
        + $"| {(field.Facts!.Writable ? "you" : "the service")} | {UseOf(field.Facts)} |";

    private static string UseOf(ProfileFieldAttribute facts) =>
        facts switch
        {
            { Sortable: true } => "sorts by it",
            { Filterable: true } => "filters by it",
            { OnlyByGet: true } => "reports it in a GET only",
            _ => "",
        };

    private static string ShapesOf(ProfileFieldAttribute facts) =>
        (facts.Since, facts.Until) switch
        {
            (ApiRevision.V2026_03_24, ApiRevision.Current) => "all",
            (ApiRevision.Current, _) => "current",
            (var since, ApiRevision.Current) => $"from {DateOf(since)}",
            (ApiRevision.V2026_03_24, var until) => $"until {DateOf(until)}",
            var (since, until) when since == until => DateOf(since),
            var (since, until) => $"{DateOf(since)} to {DateOf(until)}",
        };

    private static string DateOf(ApiRevision revision) =>
        revision == ApiRevision.Current ? "current" : revision.ToString()[1..].Replace('_', '-');

    private static string EffectiveOf(Type type)
    {
        var effective = type.GetProperty("Effective")?.GetValue(Activator.CreateInstance(type, "not-known"));
        return effective is null ? ""
            : $"{effective}".Length > 0 ? $"`{effective}`"
            : "the default value";
    }
}
