using FluentProfiles.Analyzers.Tests.Twin;
using Microsoft.CodeAnalysis.CSharp;

namespace FluentProfiles.Analyzers.Tests.Fixes;

/// <summary>Puts queries that a fixer mends into the forms in which people run queries, and comments between their
/// tokens.</summary>
internal sealed class FixForms(Random random)
{
    private const string Query = "client.Query()";

    private static readonly string[] Forms =
    [
        "return await QUERY.ToListAsync();",
        "var q = QUERY; return await q.ToListAsync();",
        "return (await QUERY.ToListAsync());",
        "return(await QUERY.ToListAsync());",
        "List<object?> all = []; await foreach (var item in QUERY) all.Add(item); return all;",
        "List<object?> all = []; await foreach (var item in QUERY.WithCancellation(default).ConfigureAwait(false)) all.Add(item); return all;",
        "List<object?> all = []; await foreach (var item in QUERY.ConfigureAwait(false).WithCancellation(default)) all.Add(item); return all;",
        "Func<Task<object?>> run = async () => await QUERY.ToListAsync(); return await run();",
        "async Task<object?> Local() => await QUERY.ToListAsync(); return await Local();",
        "return await Task.FromResult(await QUERY.ToArrayAsync().ConfigureAwait(false));",
        "if (flag) { return await QUERY.CountAsync(); } else return await QUERY.FirstOrDefaultAsync();",
        "return await (from x in QUERY select x).ToListAsync();",
        "return (await QUERY.ToListAsync()) is { Count: > 0 } some ? some.Count : 0;",
        "object? last = null; foreach (var item in await QUERY.ToListAsync()) last = item; return last;",
        "switch (flag) { case true: return await QUERY.AnyAsync(); default: break; } return await QUERY.ToListAsync();",
        "return new { Items = await QUERY.ToListAsync(), Count = 1 };",
        "GC.KeepAlive(QUERY); return 1;",
        "try { return await QUERY.ToListAsync(); } finally { await Task.CompletedTask; }",
        "return (flag, await QUERY.LastOrDefaultAsync());",
    ];

    private readonly QueryForms others = new(random);

    /// <summary>How many programs it takes to see each place once.</summary>
    public static int Places => FixPlaces.Chains.Count + FixPlaces.Rejected.Count + FixPrograms.All.Count;

    /// <summary>The program of a place in a form chosen at random; a random one beyond the last place.</summary>
    public GeneratedProgram At(int place)
    {
        var program =
            place < FixPlaces.Chains.Count ? InForm(FixPlaces.Chains[place])
            : place < FixPlaces.Chains.Count + FixPlaces.Rejected.Count
                ? InForm(FixPlaces.Rejected[place - FixPlaces.Chains.Count])
            : place < Places ? FixPrograms.All[place - FixPlaces.Chains.Count - FixPlaces.Rejected.Count]
            // A fix changes the text of a query.
            : random.Next(3) == 0 ? others.Next().Statements.Replace(".ToString()", ".GetType()")
            : At(random.Next(Places)).Statements;
        return new(place >= Places && random.Next(2) == 0 ? Commented(program) : program);
    }

    private string InForm(string chain)
    {
        var form = Forms[random.Next(Forms.Length)];
        return random.Next(5) switch
        {
            0 => "var start = client.Query(); " + form.Replace("QUERY", chain.Replace(Query, "start")),
            1 => "using var own = new ProfilesClient(new() { ApiKey = \"any-key\", BaseUrl = address }); "
                + form.Replace("QUERY", chain.Replace(Query, "own.Query()")),
            _ => form.Replace("QUERY", chain),
        };
    }

    private string Commented(string program) =>
        string.Concat(
            SyntaxFactory
                .ParseTokens(program)
                .Select(token =>
                    random.Next(8) switch
                    {
                        0 => $" /* {token.SpanStart} */ {token.ToFullString()}",
                        1 => $" // {token.SpanStart}\n{token.ToFullString()}",
                        _ => token.ToFullString(),
                    }
                )
        );
}
