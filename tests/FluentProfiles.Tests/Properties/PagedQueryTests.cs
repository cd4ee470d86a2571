using CsCheck;
using FluentProfiles.Tests.Properties.Cases;

namespace FluentProfiles.Tests.Properties;

/// <summary>"Save the token, resume until it is null" over random queries: it ends, and gives what one run gives.
/// <see cref="Trials"/> says how to run more of them.</summary>
public sealed class PagedQueryTests
{
    [Fact]
    public Task AnyQuery_EndsPageByPage() =>
        Trials.RunAsync(
            800,
            async (number, engine, query) =>
            {
                var size = Trials.Generated(Gen.Frequency((1, Gen.Const(0)), (1, Gen.Int[1, 40])), number, 1u << 30);
                return await query.FailurePageByPageAsync(engine, size) is { } failure
                    ? $"{(size == 0 ? "AsPages()" : $"ToPageAsync({size})")} to the end\n{failure}"
                    : null;
            }
        );

    [Fact]
    public Task AnyQuery_EndsPageByPageUnderABudget() =>
        Trials.RunAsync(
            400,
            async (number, engine, query) =>
            {
                var pages = Trials.Generated(
                    Gen.Select(Gen.Int[1, 40], Gen.Frequency((2, Gen.Int[1, 3]), (1, Gen.Int[4, 30]))),
                    number,
                    1u << 29
                );
                PageUnderBudget budget = new(pages.Item1, pages.Item2);
                return await query.FailureUnderBudgetAsync(engine, budget) is { } failure
                    ? $"{budget}\n{failure}"
                    : null;
            }
        );
}
