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

    private static readonly Gen<QueryStep<UserProfile>> Beta = Gen.OneOf<QueryStep<UserProfile>>(
        new BetaStep(AnthropicBeta.UserProfiles2026_03_24, ApiRevision.V2026_03_24),
        new BetaStep(AnthropicBeta.UserProfiles2026_08_18, ApiRevision.V2026_08_18),
        new BetaStep(AnthropicBeta.UserProfiles2026_09_04, ApiRevision.V2026_09_04),
        new BetaStep(AnthropicBeta.UserProfilesBilling2026_10_01, null),
        new BetaStep(AnthropicBeta.UserProfilesBilling2026_10_01, null)
    );

    /// <summary>Up to five steps over profiles.</summary>
    public static Gen<QueryStep<UserProfile>[]> OverProfiles(Catalog<UserProfile> catalog) =>
        Gen.Frequency(
            (24, Of(catalog)),
            (1, Gen.Bool.Select(descending => (QueryStep<UserProfile>)new DefaultOrderStep(descending))),
            (1, Gen.Int[1, 5].Select(concurrency => (QueryStep<UserProfile>)new DetailsStep(concurrency))),
            (2, Beta)
        ).Array[0, 5];

    /// <summary>A step over items of any type.</summary>
    public static Gen<QueryStep<T>> Of<T>(Catalog<T> catalog) =>
        Gen.Frequency(
            (8, catalog.Conditions.Select(condition => (QueryStep<T>)new WhereStep<T>(condition))),
            (1, catalog.Conditions.Select(condition => (QueryStep<T>)new WhereOnClientStep<T>(condition))),
            (4, Gen.Select(catalog.Keys, Gen.Bool, (key, down) => (QueryStep<T>)new OrderStep<T>(key, down))),
            (2, Gen.Const<QueryStep<T>>(new ReverseStep<T>())),
            (4, Counts.Select(count => (QueryStep<T>)new TakeStep<T>(count))),
            (3, Counts.Select(count => (QueryStep<T>)new SkipStep<T>(count))),
            (2, Gen.Int[1, 100].Select(PageSize<T>)),
            (1, Gen.Int[0, 3].Select(Prefetch<T>)),
            (2, Gen.Const(TwoEnded<T>()))
        );

    private static QueryStep<T> TwoEnded<T>() =>
        new SettingStep<T>("WithTwoEndedScan()", query => query.WithTwoEndedScan());

    private static QueryStep<T> PageSize<T>(int size) =>
        new SettingStep<T>($"WithPageSize({size})", query => query.WithPageSize(size));

    private static QueryStep<T> Prefetch<T>(int pages) =>
        new SettingStep<T>($"WithPrefetch({pages})", query => query.WithPrefetch(pages));
}
