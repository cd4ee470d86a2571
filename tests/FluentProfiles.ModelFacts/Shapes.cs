namespace FluentProfiles.ModelFacts;

/// <summary>The shapes of profiles by the names that the facts use: the beta's, or <c>current</c>.</summary>
internal static class Shapes
{
    public static IReadOnlyList<string> All { get; } = ServedBy(_ => true);

    public static IReadOnlyList<string> Of(ProfileFieldAttribute facts) => ServedBy(facts.IsServedBy);

    private static string[] ServedBy(Func<ApiRevision, bool> isServed) =>
        [.. Enum.GetValues<ApiRevision>().Where(isServed).Order().Select(NameOf)];

    private static string NameOf(ApiRevision revision) =>
        Facts.KnownBetasOf().SingleOrDefault(beta => beta.Shape == revision)?.Name ?? "current";
}
