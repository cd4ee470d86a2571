using System.Globalization;
using CsCheck;
using FluentProfiles.Tests.Properties.Cases;
using FluentProfiles.Tests.Properties.Data;

namespace FluentProfiles.Tests.Properties;

/// <summary>
/// Random queries over random data, against the emulator's engine and, as the oracle, LINQ to objects with the service's order
/// of names and an interpreter of the null rule of its own.
/// </summary>
/// <remarks>The seed is fixed, so that a build that failed fails again. <c>FLUENTPROFILES_SEED=random</c> (or a number) takes
/// another, <c>FLUENTPROFILES_CASES</c> sets how many queries are run, <c>FLUENTPROFILES_FAILURES</c>
/// after how many failures it ends.</remarks>
public sealed class RandomQueryTests
{
    private const int QueriesPerDataSet = 100;
    private static readonly ulong Seed = Setting("FLUENTPROFILES_SEED") switch
    {
        null => 20261021,
        "random" => (ulong)Random.Shared.NextInt64(),
        var text => ulong.Parse(text, CultureInfo.InvariantCulture),
    };

    private static readonly int Cases = Number("FLUENTPROFILES_CASES", 10_000);
    private static readonly int MostFailures = Number("FLUENTPROFILES_FAILURES", 1);

    [Fact]
    public async Task AnyQuery_GivesWhatLinqGivesInNoMoreRequestsThanAnnounced()
    {
        List<string> failures = [];
        for (var first = 0; first < Cases && failures.Count < MostFailures; first += QueriesPerDataSet)
        {
            var data = Generated(DataSet.Any, first, 0);
            await using Engine engine = new(data);
            for (var number = first; number < Math.Min(Cases, first + QueriesPerDataSet); number++)
            {
                var query = Generated(CaseGen.Any, number, 1);
                if (await query.FailureAsync(engine) is { } failure)
                    failures.Add(await ReportAsync(data, query, failure, number));
                if (failures.Count == MostFailures)
                    break;
            }
        }
        Assert.True(failures.Count == 0, string.Join("\n\n", failures));
    }

    private static async Task<string> ReportAsync(DataSet data, QueryCase query, string failure, int number)
    {
        (data, query, failure) = await new Shrinker().ShrinkAsync(data, query, failure);
        return $"FLUENTPROFILES_SEED={Seed}, query {number}, as small as it gets:\n\n{data.Text}\n{query.Text}\n\n{failure}";
    }

    private static T Generated<T>(Gen<T> gen, int number, uint kind) =>
        gen.Generate(new PCG((uint)number * 2 + kind, Seed), null, out _);

    private static int Number(string name, int otherwise) =>
        Setting(name) is { } text ? int.Parse(text, CultureInfo.InvariantCulture) : otherwise;

    private static string? Setting(string name) =>
        Environment.GetEnvironmentVariable(name) is { Length: > 0 } text ? text : null;
}
