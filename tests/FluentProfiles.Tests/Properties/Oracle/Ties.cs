namespace FluentProfiles.Tests.Properties.Oracle;

/// <summary>
/// Which order ties take at each sort of a query. The library promises none, so the oracle has several answers, one for each
/// way in which all its sorts may treat their ties, and a result is right where it equals one of them, to the last item.
/// </summary>
/// <remarks>That hides no defect: each answer is one that the meaning of queries admits, in full, so that a profile lost,
/// doubled or out of order matches none. It covers what the library can give, too: the emulator orders ties by time and id,
/// the client's sorts are stable, look-ups come in the order of the ids.</remarks>
/// <param name="named">The ids that the query names, in the order written.</param>
/// <param name="choices">The choice at each sort; 0, as after the end, stands for the likeliest.</param>
/// <param name="byId">True for a source that orders ties by id alone.</param>
internal sealed class Ties(IReadOnlyList<string> named, IReadOnlyList<int> choices, bool byId = false)
{
    private const int MostAnswers = 4096;

    private int sorts;

    private int Orders => (int)TieOrder.AsNamed + 2 * named.Count;

    /// <summary>The order at the next sort.</summary>
    public IEnumerable<MadeItem<T>> Arrange<T>(IEnumerable<MadeItem<T>> rows, TieOrder likeliest)
    {
        var order = (choices.ElementAtOrDefault(sorts++) + (int)likeliest) % Orders;
        return (TieOrder)order switch
        {
            TieOrder.Oldest when byId => rows.OrderBy(Id, StringComparer.Ordinal),
            TieOrder.Newest when byId => rows.OrderByDescending(Id, StringComparer.Ordinal),
            TieOrder.Oldest => rows.OrderBy(CreatedAt).ThenBy(Id, StringComparer.Ordinal),
            TieOrder.Newest => rows.OrderByDescending(CreatedAt).ThenByDescending(Id, StringComparer.Ordinal),
            TieOrder.AsTheyCame => rows,
            TieOrder.Turned => rows.Reverse(),
            _ => AsNamed(rows, order - (int)TieOrder.AsNamed),
        };
    }

    /// <summary>All ways but the likeliest, after a first run has counted the sorts.</summary>
    public IEnumerable<Ties> Others()
    {
        var answers = Math.Min(MostAnswers, Math.Pow(Orders, sorts));
        for (var answer = 1; answer < answers; answer++)
            yield return new(named, [.. Digits(answer)], byId);
    }

    // The last sorts take every order before the first ones do, for what they leave equal shows most.
    private IEnumerable<int> Digits(int answer)
    {
        var digits = new int[sorts];
        for (var sort = sorts - 1; answer > 0; answer /= Orders)
            digits[sort--] = answer % Orders;
        return digits;
    }

    /// <summary>As named from one of the ids on, or the other way round: a query that is turned round looks up in the order
    /// named all the same.</summary>
    private IEnumerable<MadeItem<T>> AsNamed<T>(IEnumerable<MadeItem<T>> rows, int way)
    {
        var ids = named.Skip(way / 2).ToList();
        var inOrder = rows.OrderBy(row => ids.IndexOf(row.Profile.Id));
        return way % 2 == 0 ? inOrder : inOrder.Reverse();
    }

    private static DateTimeOffset CreatedAt<T>(MadeItem<T> row) => row.Profile.CreatedAt;

    private static string Id<T>(MadeItem<T> row) => row.Profile.Id;
}
