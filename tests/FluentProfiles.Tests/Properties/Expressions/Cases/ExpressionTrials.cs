using System.Collections.Concurrent;
using FluentProfiles.Tests.Properties.Cases;
using FluentProfiles.Tests.Properties.Expressions.Data;

namespace FluentProfiles.Tests.Properties.Expressions.Cases;

/// <summary>Tries many random expressions over random profiles, by the same variables as <see cref="Trials"/>. A case that
/// fails is made as small as it gets.</summary>
internal static class ExpressionTrials
{
    private const int CasesPerWorld = 50;
    private const uint OfProfiles = 0;
    private const uint OfCase = 1;

    /// <param name="usual">How many cases where the environment does not say.</param>
    /// <param name="open">Puts profiles into the source that queries read; null for the emulator.</param>
    public static async Task RunAsync(int usual, Func<IReadOnlyList<UserProfile>, Task<OtherSource>>? open = null)
    {
        var cases = Scale.Of("FLUENTPROFILES_CASES", usual);
        var mostFailures = Scale.Of("FLUENTPROFILES_FAILURES", 1);
        ConcurrentQueue<string> failures = [];
        await Parallel.ForAsync(
            0,
            (cases + CasesPerWorld - 1) / CasesPerWorld,
            async (world, _) =>
            {
                if (failures.Count < mostFailures)
                    await InWorldAsync(
                        world * CasesPerWorld,
                        Math.Min(cases, (world + 1) * CasesPerWorld),
                        open,
                        failures
                    );
            }
        );
        Assert.True(failures.IsEmpty, string.Join("\n\n", failures));
    }

    private static async Task InWorldAsync(
        int first,
        int end,
        Func<IReadOnlyList<UserProfile>, Task<OtherSource>>? open,
        ConcurrentQueue<string> failures
    )
    {
        var profiles = Trials.Generated(OddProfiles.Any, first, OfProfiles);
        await using var world = await CaseProfiles.OfAsync(profiles, open);
        for (var number = first; number < end; number++)
        {
            if (CaseOf(number) is not { } query || await FailureAsync(query, world) is not { } failure)
                continue;
            (query, failure) = await ShrunkAsync(query, world, failure);
            failures.Enqueue(
                $"FLUENTPROFILES_SEED={Trials.Seed}, expression {number}, as small as it gets:\n\n{query.Text}\n\n{failure}"
            );
        }
    }

    private static ExpressionCase? CaseOf(int number)
    {
        try
        {
            return Trials.Generated(ExpressionCase.Any, number, OfCase);
        }
        catch (NotSupportedException failure) when (AheadOfTime.Lacks(failure))
        {
            return null;
        }
    }

    private static async Task<string?> FailureAsync(ExpressionCase query, CaseProfiles world)
    {
        try
        {
            return await Check.Of(query).FailureAsync(world);
        }
        catch (Exception failure)
        {
            return AheadOfTime.Lacks(failure) ? null : failure.ToString();
        }
    }

    private static async Task<(ExpressionCase, string)> ShrunkAsync(
        ExpressionCase query,
        CaseProfiles world,
        string failure
    )
    {
        for (var isSmaller = true; isSmaller; )
        {
            isSmaller = false;
            foreach (var smaller in query.Smaller())
            {
                if (await FailureAsync(smaller, world) is not { } stillWrong || Kind(stillWrong) != Kind(failure))
                    continue;
                (query, failure, isSmaller) = (smaller, stillWrong, true);
                break;
            }
        }
        return (query, failure);
    }

    // A smaller case should not fail in quite another way.
    private static string Kind(string failure) => failure[..failure.AsSpan().IndexOfAny(',', '\n', ':')];
}
