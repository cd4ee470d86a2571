using CsCheck;
using FluentProfiles.Tests.Properties.Items;

namespace FluentProfiles.Tests.Properties.Steps;

/// <summary>Random operators and settings.</summary>
internal static class StepGen
{
    private static readonly Gen<int> Counts = Gen.Frequency(
        (1, Gen.Const(0)),
        (6, Gen.Int[1, 12]),
        (3, Gen.Int[1, 130]),
        (1, Gen.Int[190, 270])
    );

    private static readonly Gen<Step<UserProfile>> Beta = Gen.OneOf<Step<UserProfile>>(
        new BetaStep(AnthropicBeta.UserProfiles2026_03_24, ApiRevision.V2026_03_24),
        new BetaStep(AnthropicBeta.UserProfiles2026_08_18, ApiRevision.V2026_08_18),
        new BetaStep(AnthropicBeta.UserProfiles2026_09_04, ApiRevision.V2026_09_04),
        new BetaStep(AnthropicBeta.UserProfilesBilling2026_10_01, null),
        new BetaStep(AnthropicBeta.UserProfilesBilling2026_10_01, null)
    );

    /// <summary>Up to five steps over profiles.</summary>
    public static Gen<Step<UserProfile>[]> OverProfiles(Catalog<UserProfile> catalog) =>
        Gen.Frequency(
            (24, Of(catalog)),
            (1, Gen.Bool.Select(descending => (Step<UserProfile>)new DefaultOrderStep(descending))),
            (1, Gen.Int[1, 5].Select(concurrency => (Step<UserProfile>)new DetailsStep(concurrency))),
            (2, Beta)
        ).Array[0, 5];

    /// <summary>A step over items of any type.</summary>
    public static Gen<Step<T>> Of<T>(Catalog<T> catalog) =>
        Gen.Frequency(
            (8, catalog.Conditions.Select(condition => (Step<T>)new WhereStep<T>(condition))),
            (1, catalog.Conditions.Select(condition => (Step<T>)new WhereOnClientStep<T>(condition))),
            (4, Gen.Select(catalog.Keys, Gen.Bool, (key, down) => (Step<T>)new OrderStep<T>(key, down))),
            (2, Gen.Const<Step<T>>(new ReverseStep<T>())),
            (4, Counts.Select(count => (Step<T>)new TakeStep<T>(count))),
            (3, Counts.Select(count => (Step<T>)new SkipStep<T>(count))),
            (2, Gen.Int[1, 100].Select(PageSize<T>)),
            (1, Gen.Int[0, 3].Select(Prefetch<T>)),
            (2, Gen.Const(TwoEnded<T>()))
        );

    private static Step<T> TwoEnded<T>() => new SettingStep<T>("WithTwoEndedScan()", query => query.WithTwoEndedScan());

    private static Step<T> PageSize<T>(int size) =>
        new SettingStep<T>($"WithPageSize({size})", query => query.WithPageSize(size));

    private static Step<T> Prefetch<T>(int pages) =>
        new SettingStep<T>($"WithPrefetch({pages})", query => query.WithPrefetch(pages));
}
