using FluentProfiles.Tests.Properties.Conditions;
using FluentProfiles.Tests.Properties.Oracle;
using FluentProfiles.Tests.Properties.Steps;

namespace FluentProfiles.Tests.Properties.Cases;

/// <summary>What the oracle says of a case: every outcome that the meaning of queries admits.</summary>
/// <param name="query">The case.</param>
/// <param name="world">The profiles.</param>
/// <param name="tiesById">True for a source that orders ties by id alone.</param>
internal sealed class ForetoldOutcomes<T>(QueryCase<T> query, ServedProfiles world, bool tiesById = false)
{
    private static readonly string Misconfigured = Outcome.Threw<ProfilesConfigurationException>();
    private static readonly string Unsupported = Outcome.Threw<UnsupportedQueryException>();

    private bool isBounded;

    /// <returns>What is wrong with an outcome, or null.</returns>
    public string? Mismatch(string outcome)
    {
        if (NamesTwoShapes)
            return Compared(outcome, Misconfigured);
        // Whether a condition names the profiles for sure is for the planner to tell. Where it may, the order is either
        // refused or made.
        var mayBeBounded = outcome != Unsupported && MentionsBeforeCut.Any(mention => mention.Subject == Subject.Id);
        return Mismatch(outcome, mayBeBounded) is not { } mismatch ? null
            : mayBeBounded && Mismatch(outcome, bounded: false) is null ? null
            : mismatch;
    }

    private string? Mismatch(string outcome, bool bounded)
    {
        isBounded = bounded;
        Ties ties = new(NamedIds, [], tiesById);
        var likeliest = Of(ties);
        if (likeliest == outcome)
            return likeliest != Unsupported && FiltersUnserved(surely: true) ? Compared(outcome, Misconfigured) : null;
        if (likeliest != Unsupported && outcome == Misconfigured)
            return FiltersUnserved(surely: false) ? null : Compared(outcome, likeliest);
        return ties.Others().Any(other => Of(other) == outcome) ? null : Compared(outcome, likeliest);
    }

    private bool NamesTwoShapes =>
        query.Before.OfType<BetaStep>().Select(step => step.Revision).OfType<ApiRevision>().Distinct().Count() > 1;

    private string Of(Ties ties) => Outcome.Of(() => query.Terminal.Expect(Run(ties))).Text;

    private Rows<T> Run(Ties ties)
    {
        var listed = world.Profiles.Select(profile => new MadeItem<UserProfile>(profile, world.Listed(profile)));
        Rows<UserProfile> rows = new(
            world,
            ties,
            [.. ties.Arrange(listed, TieOrder.Newest).OrderByDescending(row => row.Profile.CreatedAt)]
        )
        {
            IsBounded = isBounded,
        };
        foreach (var step in query.Before)
            step.Apply(rows);
        var items = query.Shape.Text is null ? (Rows<T>)(object)rows : rows.Select(query.Shape.Selector);
        foreach (var step in query.After)
            step.Apply(items);
        return items;
    }

    /// <summary>Whether the query filters by the status in a shape that has none; surely, or perhaps: that depends on what
    /// the planner can hand to the service, which the oracle does not know.</summary>
    private bool FiltersUnserved(bool surely)
    {
        if (world.Revision == ApiRevision.Current)
            return false;
        var mentions = MentionsBeforeCut.ToList();
        return surely
            ? mentions.Exists(mention => mention is { Subject: Subject.StatusIs, IsConjunct: true })
                && !mentions.Exists(mention => mention.Subject is Subject.Id or Subject.Constant)
            : mentions.Exists(mention => mention.Subject is Subject.StatusIs or Subject.Status);
    }

    private IEnumerable<Mention> MentionsBeforeCut
    {
        get
        {
            var before = query.Before.TakeWhile(step => !step.Cuts).ToList();
            var mentions = before.SelectMany(step => step.Mentions);
            if (before.Count < query.Before.Count || !query.Shape.IsTransparent)
                return mentions;
            var after = query.After.TakeWhile(step => !step.Cuts && step is not WhereOnClientStep<T>).ToList();
            mentions = mentions.Concat(after.SelectMany(step => step.Mentions));
            return after.Count < query.After.Count
                ? mentions
                : mentions.Concat(
                    (query.Terminal.Condition?.Mentions ?? []).Select(mention => mention with { IsConjunct = false })
                );
        }
    }

    /// <summary>The ids that the query names, in the order written: look-ups give profiles of equal keys in it.</summary>
    private List<string> NamedIds =>
        [
            .. query
                .Before.SelectMany(step => step.Mentions)
                .Concat(query.After.SelectMany(step => step.Mentions))
                .Concat(query.Terminal.Condition?.Mentions ?? [])
                .Where(mention => mention.Subject == Subject.Id)
                .SelectMany(mention => mention.Value as IEnumerable<string> ?? [(string)mention.Value!]),
        ];

    private static string? Compared(string outcome, string expected) =>
        outcome == expected ? null : $"expected:\n{expected}\nactual:\n{outcome}";
}
