using System.Globalization;
using CsCheck;
using FluentProfiles.Tests.Properties.Data;

namespace FluentProfiles.Tests.Properties.Cases;

/// <summary>Tries many random queries over random data. The seed is fixed, so that a build that failed fails again.
/// <c>FLUENTPROFILES_SEED=random</c> (or a number) takes another, <c>FLUENTPROFILES_CASES</c> sets how many queries are run,
/// <c>FLUENTPROFILES_FAILURES</c> after how many failures it ends.</summary>
internal static class Trials
{
    private const int QueriesPerDataSet = 100;

    /// <summary>Where all chance comes from.</summary>
    public static readonly ulong Seed = Environment.GetEnvironmentVariable("FLUENTPROFILES_SEED") switch
    {
        null or "" => 20261021,
        "random" => (ulong)Random.Shared.NextInt64(),
        var text => ulong.Parse(text, CultureInfo.InvariantCulture),
    };

    private static readonly int MostFailures = Scale.Of("FLUENTPROFILES_FAILURES", 1);

    /// <param name="usual">How many queries where the environment does not say.</param>
    /// <param name="failureOf">Runs the query of a number over data; what is wrong, or null.</param>
    public static async Task RunAsync(int usual, Func<int, Engine, QueryCase, Task<string?>> failureOf)
    {
        var cases = Scale.Of("FLUENTPROFILES_CASES", usual);
        List<string> failures = [];
        for (var first = 0; first < cases && failures.Count < MostFailures; first += QueriesPerDataSet)
        {
            var data = Generated(DataSet.Any, first, 0);
            await using Engine engine = new(data);
            for (var number = first; number < Math.Min(cases, first + QueriesPerDataSet); number++)
            {
                var query = Generated(CaseGen.Any, number, 1);
                var trial = number;
                if (await failureOf(number, engine, query) is { } failure)
                    failures.Add(await ReportAsync(data, query, failure, number, (e, q) => failureOf(trial, e, q)));
                if (failures.Count == MostFailures)
                    break;
            }
        }
        Assert.True(failures.Count == 0, string.Join("\n\n", failures));
    }

    /// <summary>Something more that is random about a query.</summary>
    public static T Generated<T>(Gen<T> gen, int number, uint kind) =>
        gen.Generate(new PCG((uint)number * 2 + kind, Seed), null, out _);

    private static async Task<string> ReportAsync(
        DataSet data,
        QueryCase query,
        string failure,
        int number,
        Func<Engine, QueryCase, Task<string?>> failureOf
    )
    {
        (data, query, failure) = await new Shrinker(failureOf).ShrinkAsync(data, query, failure);
        return $"FLUENTPROFILES_SEED={Seed}, query {number}, as small as it gets:\n\n{data.Text}\n{query.Text}\n\n{failure}";
    }
}
