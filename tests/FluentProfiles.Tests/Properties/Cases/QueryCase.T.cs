using FluentProfiles.Tests.Properties.Items;
using FluentProfiles.Tests.Properties.Oracle;
using FluentProfiles.Tests.Properties.Steps;
using FluentProfiles.Tests.Properties.Terminals;

namespace FluentProfiles.Tests.Properties.Cases;

/// <summary>Steps over profiles, a Select or none, steps over what it gives, and a terminal.</summary>
internal sealed record QueryCase<T>(
    IReadOnlyList<Step<UserProfile>> Before,
    Shape<T> Shape,
    IReadOnlyList<Step<T>> After,
    Terminal<T> Terminal
) : QueryCase
{
    public override string Text =>
        "client.Query()\n    ."
        + string.Join(
            "\n    .",
            [
                .. Before.Select(step => step.Text),
                .. Shape.Text is null ? Array.Empty<string>() : [$"Select({Shape.Text})"],
                .. After.Select(step => step.Text),
                Terminal.Text,
            ]
        );

    public override async Task<string?> FailureAsync(Engine engine)
    {
        var query = QueryOf(engine);
        var (plan, refusal) = Planned(Terminal.Planned(query));
        engine.Emulator.ClearRequests();
        RequestMeter meter = new(engine.Emulator);
        meter.Begin();
        var outcome = await Outcome.OfAsync(() => Terminal.RunAsync(query, meter));
        var foretold = new ForetoldOutcomes<T>(this, new(engine.Data, Revision, plan is { Lookups: > 0 }));
        if (refusal is not null && refusal != outcome.Text && !IsNoMatter(refusal))
            return $"Explain() {refusal}, and the run gave:\n{outcome.Text}";
        return (foretold.Mismatch(outcome.Text) is { } mismatch ? $"{mismatch}\n{outcome.Detail}" : null)
            ?? (plan is null ? null : PlanCheck.Failure(plan, meter, Terminal.ReadsAll, Terminal.KeepsToPlan));
    }

    public override async Task<string?> FailureAsync(
        Engine engine,
        ProfileQuery<UserProfile> source,
        bool tiesById = false
    )
    {
        if (Revision != ApiRevision.Current || Planned(Terminal.Planned(QueryOf(engine))).Plan is not { Lookups: 0 })
            return null;
        var outcome = await Outcome.OfAsync(() => Terminal.RunAsync(QueryOf(source), new(engine.Emulator)));
        var foretold = new ForetoldOutcomes<T>(this, new(engine.Data, Revision, looksUp: false), tiesById);
        return foretold.Mismatch(outcome.Text) is { } mismatch ? $"{mismatch}\n{outcome.Detail}" : null;
    }

    public override QueryCase WithoutService() =>
        this with
        {
            Before = [.. Before.Where(step => step is not (BetaStep or DetailsStep))],
        };

    public override Task<string?> FailureAsync(IFaultySource source, Interruption interruption) =>
        interruption.FailureAsync(source, QueryOf(source.Query()));

    public override ProfileQuery<UserProfile> Uncut(ProfileQuery<UserProfile> source) =>
        Before.Where(step => !step.Cuts).Aggregate(source, (all, step) => step.Apply(all));

    public override Task<string?> FailurePageByPageAsync(Engine engine, int size) =>
        new PageByPage(size).FailureAsync(QueryOf(engine));

    public override Task<string?> FailurePageByPageAsync(ProfileQuery<UserProfile> source, int size) =>
        Revision == ApiRevision.Current
            ? new PageByPage(size).FailureAsync(QueryOf(source))
            : Task.FromResult<string?>(null);

    public override Task<string?> FailureUnderBudgetAsync(Engine engine, PageUnderBudget pages) =>
        pages.FailureAsync(engine, QueryOf(engine));

    public override IEnumerable<QueryCase> Smaller()
    {
        for (var i = 0; i < Before.Count; i++)
        {
            yield return this with
            {
                Before = [.. Before.Take(i), .. Before.Skip(i + 1)],
            };
            foreach (var smaller in Before[i].Smaller())
                yield return this with
                {
                    Before = [.. Before.Take(i), smaller, .. Before.Skip(i + 1)],
                };
        }
        for (var i = 0; i < After.Count; i++)
        {
            yield return this with
            {
                After = [.. After.Take(i), .. After.Skip(i + 1)],
            };
            foreach (var smaller in After[i].Smaller())
                yield return this with
                {
                    After = [.. After.Take(i), smaller, .. After.Skip(i + 1)],
                };
        }
        if (Terminal.Text != "ToListAsync()")
            yield return this with
            {
                Terminal = Gathering.All<T>()[0],
            };
        if (Shape.Text is not null && After.Count == 0)
            yield return new QueryCase<UserProfile>(Before, ItemShapes.Profile, [], Gathering.All<UserProfile>()[0]);
    }

    /// <summary>The shape that the query's betas choose.</summary>
    public ApiRevision Revision =>
        Before.OfType<BetaStep>().Select(step => step.Revision).FirstOrDefault(shape => shape is not null)
        ?? ApiRevision.Current;

    /// <summary>Whether an order is refused on which the terminal does not depend.</summary>
    private bool IsNoMatter(string refusal) =>
        Terminal.Needs != Needs.Order && refusal == Outcome.Threw<UnsupportedQueryException>();

    private ProfileQuery<T> QueryOf(Engine engine) => QueryOf(engine.Client.Query());

    private ProfileQuery<T> QueryOf(ProfileQuery<UserProfile> source) =>
        After.Aggregate(
            Shape.Apply(Before.Aggregate(source, (all, step) => step.Apply(all))),
            (all, step) => step.Apply(all)
        );

    private static (QueryPlan? Plan, string? Refusal) Planned(ProfileQuery<T> query)
    {
        try
        {
            return (query.Explain(), null);
        }
        catch (Exception failure)
        {
            return (null, $"throws {failure.GetType().Name}");
        }
    }
}
