namespace FluentProfiles.Analyzers.Tests.Forms;

/// <summary>A rule on a value reports it in every form that the compiler, or a look at the method, can fold.</summary>
public sealed class ValueFormTests
{
    private static readonly (string Id, string Call, string Parameter, string Type, string Value)[] Rules =
    [
        ("FP0001", "WithPageSize", "size", "int", "101"),
        ("FP0002", "Take", "count", "int", "-1"),
        ("FP0002", "Skip", "count", "int", "-1"),
        ("FP0003", "Take", "count", "int", "0"),
        ("FP0005", "Skip", "count", "int", "5"),
        ("FP0101", "WithBeta", "betas", "string", "\"user-profiles-2026-03-25\""),
        ("FP0102", "WithBeta", "betas", "string", "\"a, b\""),
        ("FP0103", "WithBeta", "betas", "string", "\"files-api-2025-04-14\""),
        (
            "FP0104",
            "WithBeta(\"user-profiles-2026-03-24\").WithBeta",
            "betas",
            "string",
            "\"user-profiles-2026-08-18\""
        ),
        (
            "FP0105",
            "WithBeta(\"user-profiles-billing-2026-10-01\").WithBeta",
            "betas",
            "string",
            "\"user-profiles-billing-2026-10-01\""
        ),
        ("FP0106", "WithBeta", "betas", "string", "\"user-profiles-2026-08-18\""),
        ("FP0110", "WithBeta", "betas", "string", "\"brand-new-2027-01-01\""),
    ];

    // {0}: the call, {1}: the parameter's name, {2}: the type, {3}: the value, {4}: the value that adds nothing to it.
    private static readonly (string Name, string Statements, string Members)[] Forms =
    [
        ("literal", "var q = client.Query().{0}({3});", ""),
        ("ambient source", "var q = Profiles.Query().{0}({3});", ""),
        ("parameter", "var q = given.{0}({3});", ""),
        ("constant local", "const {2} x = {3}; var q = client.Query().{0}(x);", ""),
        ("constant field", "var q = client.Query().{0}(X);", "private const {2} X = {3};"),
        (
            "constant elsewhere",
            "var q = client.Query().{0}(Other.X);",
            "static class Other { public const {2} X = {3}; }"
        ),
        ("readonly field", "var q = client.Query().{0}(X);", "private static readonly {2} X = {3};"),
        ("folded", "var q = client.Query().{0}({3} + {4});", ""),
        ("local", "var x = {3}; var q = client.Query().{0}(x);", ""),
        ("local of a local", "{2} x = {3}; var y = x; var q = client.Query().{0}(y);", ""),
        ("choice that agrees", "var q = client.Query().{0}(flag ? {3} : {3});", ""),
        ("query syntax", "var q = (from p in client.Query() where p.Name != null select p.Id).{0}({3});", ""),
        ("further on", "var q = client.Query().Where(p => p.Name == text).OrderBy(p => p.Name).{0}({3});", ""),
        ("reassignment", "var q = client.Query(); q = q.{0}({3}); await q.ToListAsync();", ""),
        ("choice of queries", "var q = flag ? client.Query().{0}({3}) : client.Query();", ""),
        ("condition", "var q = client.Query(); if (flag) q = q.{0}({3}); await q.ToListAsync();", ""),
        ("lambda", "Func<ProfileQuery<UserProfile>> make = () => client.Query().{0}({3});", ""),
        ("property", "", "public static ProfileQuery<UserProfile> Q => Profiles.Query().{0}({3});"),
        ("field", "", "private static readonly ProfileQuery<UserProfile> Q = Profiles.Query().{0}({3});"),
    ];

    public static TheoryData<string, string, string> Cases
    {
        get
        {
            var cases = new TheoryData<string, string, string>();
            foreach (var rule in Rules)
            {
                foreach (var form in Forms)
                    cases.Add(rule.Id, rule.Call, form.Name);
                cases.Add(rule.Id, rule.Call, "named");
            }
            return cases;
        }
    }

    [Theory]
    [MemberData(nameof(Cases))]
    public async Task FoldableValue_TriggersOnce(string id, string call, string form)
    {
        var rule = Rules.Single(rule => rule.Id == id && rule.Call == call);
        var (_, statements, members) =
            form == "named" ? Named(rule.Type == "string") : Forms.Single(known => known.Name == form);

        var found = await Diagnoses.OfAsync(Filled(statements), Filled(members));

        Assert.Single(found, diagnostic => diagnostic.Id == id);

        string Filled(string template) =>
            template
                .Replace("{0}", rule.Call, StringComparison.Ordinal)
                .Replace("{1}", rule.Parameter, StringComparison.Ordinal)
                .Replace("{2}", rule.Type, StringComparison.Ordinal)
                .Replace("{3}", rule.Value, StringComparison.Ordinal)
                .Replace("{4}", rule.Type == "int" ? "0" : "\"\"", StringComparison.Ordinal);
    }

    private static (string, string, string) Named(bool isList) =>
        ("named", isList ? "var q = client.Query().{0}({1}: [{3}]);" : "var q = client.Query().{0}({1}: {3});", "");
}
