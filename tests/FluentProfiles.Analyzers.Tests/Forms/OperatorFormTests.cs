namespace FluentProfiles.Analyzers.Tests.Forms;

/// <summary>A rule on a query's operators reports them wherever the query may stand.</summary>
public sealed class OperatorFormTests
{
    private static readonly (string Id, string Steps)[] Rules =
    [
        ("FP0004", ".WithPageSize(10).Take(100)"),
        ("FP0201", ".OrderBy(p => p.UpdatedAt)"),
        ("FP0201", ".Select(p => p.Name!.Trim()).OrderByDescending(n => n)"),
        ("FP0202", ".OrderBy(p => p.Name).OrderBy(p => p.CreatedAt)"),
        ("FP0206", ".Select(p => p.Name!.Trim()).Where(n => n != text).OrderBy()"),
        ("FP0207", ".GroupBy(p => p.Name)"),
        ("FP0207", ".Select(p => p.Name).Distinct()"),
        ("FP0207", ".OrderBy(p => p.Name, StringComparer.Ordinal)"),
    ];

    private static readonly (string Statements, string Members)[] Forms =
    [
        ("var r = client.Query(){0};", ""),
        ("var r = Profiles.Query(){0};", ""),
        ("var r = new ProfilesClient().Query(){0};", ""),
        ("var q = client.Query(); var r = q{0};", ""),
        ("var q = client.Query(); q = q.WithPrefetch(2); var r = q{0};", ""),
        ("var r = (from p in client.Query() select p){0};", ""),
        ("await foreach (var one in client.Query(){0}) Console.WriteLine(one);", ""),
        ("await foreach (var one in client.Query(){0}.ConfigureAwait(false)) Console.WriteLine(one);", ""),
        ("Func<IAsyncEnumerable<object?>> make = () => client.Query(){0};", ""),
        ("IAsyncEnumerable<object?> Local() => client.Query(){0}; Console.WriteLine(Local());", ""),
        ("_ = AsyncEnumerable.ToListAsync<object?>(client.Query(){0});", ""),
        ("IAsyncEnumerable<object?> r = flag ? client.Query(){0} : AsyncEnumerable.Empty<object?>();", ""),
        (
            "IAsyncEnumerable<object?> r = number switch { 1 => client.Query(){0}, _ => AsyncEnumerable.Empty<object?>() };",
            ""
        ),
        ("IAsyncEnumerable<object?>[] all = [client.Query(){0}];", ""),
        ("var r = new { Query = (IAsyncEnumerable<object?>)client.Query(){0} };", ""),
        ("", "private static string text = \"\"; public static IAsyncEnumerable<object?> Q => Profiles.Query(){0};"),
        (
            "",
            "private static string text = \"\"; private static readonly IAsyncEnumerable<object?> Q = Profiles.Query(){0};"
        ),
        (
            "",
            "private static string text = \"\"; private static IAsyncEnumerable<object?> q; static Sample() => q = Profiles.Query(){0};"
        ),
        (
            "",
            "private static IAsyncEnumerable<object?> Make(IProfilesClient client, string text) { return client.Query(){0}; }"
        ),
        (
            "",
            "sealed class Service(ProfilesClient client, string text) { public IAsyncEnumerable<object?> Q => client.Query(){0}; }"
        ),
    ];

    public static TheoryData<int, int> Cases => RulesByForms.Of(Rules.Length, Forms.Length);

    [Theory]
    [MemberData(nameof(Cases))]
    public async Task AnyForm_TriggersOnce(int rule, int form)
    {
        var (id, steps) = Rules[rule];
        var (statements, members) = Forms[form];

        var found = await Diagnoses.OfAsync(
            statements.Replace("{0}", steps, StringComparison.Ordinal),
            members.Replace("{0}", steps, StringComparison.Ordinal)
        );

        Assert.Single(found, diagnostic => diagnostic.Id == id);
    }
}
