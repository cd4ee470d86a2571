using FluentProfiles.Tests.Properties.Data;

namespace FluentProfiles.Tests.Properties.Cases;

/// <summary>Makes a failing case as small as it can, a part at a time: CsCheck's own shrinking waits for a smaller case to come
/// by chance.</summary>
/// <param name="failureOf">What is wrong with a query over data, or null.</param>
internal sealed class Shrinker(Func<Engine, QueryCase, Task<string?>> failureOf)
{
    private int tries = 3000;

    /// <summary>Leaves parts of the query, then of the data, out for as long as it still fails.</summary>
    public async Task<(DataSet Data, QueryCase Query, string Failure)> ShrinkAsync(
        DataSet data,
        QueryCase query,
        string failure
    )
    {
        var moved = true;
        while (moved)
        {
            moved = false;
            foreach (var (smallerData, smallerQuery) in Smaller(data, query))
            {
                if (tries-- <= 0 || await FailureAsync(smallerData, smallerQuery) is not { } stillWrong)
                    continue;
                (data, query, failure, moved) = (smallerData, smallerQuery, stillWrong, true);
                break;
            }
        }
        return (data, query, failure);
    }

    private async Task<string?> FailureAsync(DataSet data, QueryCase query)
    {
        await using Engine engine = new(data);
        return await failureOf(engine, query);
    }

    private static IEnumerable<(DataSet, QueryCase)> Smaller(DataSet data, QueryCase query) =>
        query.Smaller().Select(smaller => (data, smaller)).Concat(data.Smaller().Select(smaller => (smaller, query)));
}
