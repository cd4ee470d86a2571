namespace FluentProfiles.Analyzers.Tests.Sound;

/// <summary>Betas that are replaced, removed, or added under a condition never count as sent together.</summary>
public sealed class ChangedBetasTests
{
    private const string A = "AnthropicBeta.UserProfiles2026_03_24";
    private const string B = "AnthropicBeta.UserProfiles2026_08_18";
    private const string Made = $"var o = new ProfilesClientOptions {{ Betas = {{ {A} }} }}; ";
    private const string Used =
        " using var c = new ProfilesClient(o); var q = c.Query().Where(p => p.EnforcementStatus == EnforcementStatus.Banned).Select(p => p.ExternalUserDetails.Country);";

    [Theory]
    [InlineData(Made + $"o.Betas = [{B}];")]
    [InlineData(Made + $"o.Betas = [{A}];")]
    [InlineData(Made + $"o.Betas.Clear(); o.Betas.Add({B});")]
    [InlineData(Made + "o.Betas = [\"a b\"]; o.Betas.Clear();")]
    [InlineData("var o = new ProfilesClientOptions { Betas = [\"a b\"] }; o.Betas.Remove(\"a b\"); Use(o);")]
    [InlineData(Made + $"using var c = new ProfilesClient(o); o.Betas.Add({B}); var q = c.Query();")]
    [InlineData(Made + $"o.Betas.Remove({A}); o.Betas.Add({B});")]
    [InlineData(Made + $"o.Betas.RemoveAt(0); o.Betas.Add({A});")]
    [InlineData(Made + $"o.Betas[0] = {B}; o.Betas.Add({A});")]
    [InlineData(Made + $"if (flag) o.Betas.Clear(); o.Betas.Add({B});")]
    [InlineData(Made + $"if (flag) {{ o.Betas = []; }} o.Betas.Add({A});")]
    [InlineData(Made + $"var all = o.Betas; all.Clear(); o.Betas.Add({B});")]
    [InlineData(Made + $"Change(o); o.Betas.Add({B});")]
    [InlineData(Made + $"var p = o; p.Betas.Clear(); o.Betas.Add({B});")]
    [InlineData(Made + $"void Reset() => o.Betas.Clear(); Reset(); o.Betas.Add({B});")]
    [InlineData(Made + $"await client.GetAsync(text); o = new ProfilesClientOptions(); o.Betas.Add({B});")]
    [InlineData(
        $"var o = new ProfilesClientOptions {{ Betas = [{A}] }}; Use(o); o = new() {{ Betas = [{B}] }}; Use(o);"
    )]
    [InlineData(
        $"var o = new CallOptions {{ Betas = {{ {A} }} }}; await client.GetAsync(text, o); o.Betas.Clear(); o.Betas.Add({B}); await client.GetAsync(text, o);"
    )]
    [InlineData($"Action<ProfilesClientOptions> f = o => {{ o.Betas.Add({A}); o.Betas.Clear(); o.Betas.Add({B}); }};")]
    [InlineData($"Action<ProfilesClientOptions> f = o => {{ o.Betas.Add({A}); o.Betas = [{A}]; }};")]
    [InlineData($"Action<ProfilesClientOptions> f = o => {{ o.Betas.Add({A}); Change(o); o.Betas.Add({B}); }};")]
    [InlineData(
        $"var one = new Holder(); var other = new Holder(); one.Options.Betas.Add({A}); other.Options.Betas.Add({B});"
    )]
    [InlineData($"one.Options.Betas.Add({A}); other.Options.Betas.Add({A});")]
    [InlineData($"one.Current.Betas.Add({A}); one.Current.Betas.Add({B});")]
    [InlineData(
        $"var o = new ProfilesClientOptions(); foreach (var t in texts) {{ o.Betas.Clear(); o.Betas.Add({A}); Use(o); o.Betas.Clear(); o.Betas.Add({B}); }}"
    )]
    [InlineData(
        $"var o = new ProfilesClientOptions(); switch (number) {{ case 1: o.Betas.Add({A}); break; default: o.Betas.Add({B}); break; }}"
    )]
    [InlineData($"var o = new ProfilesClientOptions(); try {{ o.Betas.Add({A}); }} catch {{ o.Betas.Add({B}); }}")]
    public Task BetasThatAreNotSentTogether_AreNotReported(string statements) =>
        Unreported.AssertAsync(statements, Members);

    [Theory]
    [InlineData($"var o = new ProfilesClientOptions(); if (flag) o.Betas.Add({A});" + Used)]
    [InlineData($"var o = new ProfilesClientOptions {{ Betas = [{A}] }}; if (flag) o.Betas.Clear();" + Used)]
    [InlineData($"var o = new ProfilesClientOptions {{ Betas = [{A}] }}; Change(o);" + Used)]
    [InlineData($"var o = new ProfilesClientOptions {{ Betas = [{A}] }}; o.Betas.Clear();" + Used)]
    [InlineData($"var o = new ProfilesClientOptions {{ Betas = flag ? [{A}] : [] }};" + Used)]
    [InlineData($"var o = new ProfilesClientOptions();" + Used + $" o.Betas.Add({A});")]
    [InlineData(
        $"List<AnthropicBeta> list = [{A}]; list.Clear(); var o = new ProfilesClientOptions {{ Betas = list }};" + Used
    )]
    [InlineData("var o = Shared;" + Used)]
    [InlineData(
        "using var c = new ProfilesClient(Shared); var q = c.Query().Where(p => p.EnforcementStatus == EnforcementStatus.Banned).Select(p => p.ExternalUserDetails.Country);"
    )]
    [InlineData(
        "using var c = new ProfilesClient(Make(flag)); var q = c.Query().Select(p => p.ExternalUserDetails.Country);"
    )]
    [InlineData(
        $"var q = client.Query(); if (flag) q = q.WithBeta({A}); var r = q.Select(p => p.ExternalUserDetails.Country);"
    )]
    [InlineData(
        $"var beta = flag ? {A} : (AnthropicBeta)\"user-profiles-billing-2026-10-01\"; var q = client.Query().WithBeta(beta).Select(p => p.ExternalUserDetails.Country);"
    )]
    public Task ShapeThatMayBeAnother_IsNotReported(string statements) => Unreported.AssertAsync(statements, Members);

    [Theory]
    [InlineData(Made + $"o.Betas.Add({B});", "FP0104")]
    [InlineData(Made + $"o.MaxRetries = 3; o.Betas.Add({B});", "FP0104")]
    [InlineData(Made + $"o.Betas = [{A}, {B}];", "FP0104")]
    [InlineData(Made + $"o.Betas.Clear(); o.Betas.Add({A}); o.Betas.Add({B});", "FP0104")]
    [InlineData(Made + $"if (flag) o.Betas.Clear(); o.Betas = [{A}]; o.Betas.Add({A});", "FP0105")]
    [InlineData(
        $"Action<ProfilesClientOptions> f = o => {{ o.ApiKey = text; o.Betas.Add({A}); o.Betas.Add({B}); }};",
        "FP0104"
    )]
    [InlineData($"var o = new ProfilesClientOptions(); o.Betas.Add({A});" + Used, "FP0108")]
    [InlineData($"var o = new ProfilesClientOptions {{ Betas = [{A}] }};" + Used + " o.Betas.Clear();", "FP0108")]
    [InlineData($"var o = new ProfilesClientOptions {{ Betas = [{B}] }}; o.Betas = [{A}];" + Used, "FP0107")]
    [InlineData($"var o = new ProfilesClientOptions(); if (flag) o.Betas.Add(\"user-profiles-2026-03-25\");", "FP0101")]
    public async Task BetasThatAreSentTogether_AreReported(string statements, string id) =>
        Assert.Contains(await Diagnoses.OfAsync(statements, Members), one => one.Id == id);

    [Fact]
    public async Task OldFieldBesideACallUnderItsShape_IsReported() =>
        Assert.Single(
            await Diagnoses.OfAsync(
                $"var q = client.Query().Select(p => p.ExternalId); await client.GetAsync(text, new() {{ Betas = [{A}] }});"
            ),
            one => one.Id == "FP0109"
        );

    [Theory]
    [InlineData(
        $"var q = client.Query(); if (flag) q = q.WithBeta({A}); await foreach (var p in q) Console.WriteLine(flag ? p.ExternalId : p.Name);"
    )]
    [InlineData(
        $"var o = new ProfilesClientOptions(); if (flag) o.Betas.Add({A}); using var c = new ProfilesClient(o); await foreach (var p in c.Query()) Console.WriteLine(p.ExternalId);"
    )]
    [InlineData($"var q = flag ? client.Query().WithBeta({A}) : client.Query(); var r = q.Select(p => p.ExternalId);")]
    [InlineData(
        $"ProfileQuery<UserProfile> q; if (flag) {{ q = client.Query().WithBeta({A}); }} else {{ q = client.Query(); }} var r = q.Select(p => p.ExternalId);"
    )]
    [InlineData($"Change(new() {{ Betas = [{A}] }}); var r = client.Query().Select(p => p.ExternalId);")]
    public async Task OldFieldWhereABranchChoosesItsShape_IsNotReported(string statements) =>
        Assert.DoesNotContain(await Diagnoses.OfAsync(statements, Members), one => one.Id == "FP0109");

    private const string Members = """
        public sealed class Holder { public ProfilesClientOptions Options = new(); public ProfilesClientOptions Current => new(); }
        private static readonly Holder one = new(), other = new();
        private static readonly ProfilesClientOptions Shared = new() { Betas = { AnthropicBeta.UserProfiles2026_03_24 } };
        static Sample() => Shared.Betas.Clear();
        private static void Change(ProfilesClientOptions o) => o.Betas.Clear();
        private static void Use(ProfilesClientOptions o) => new ProfilesClient(o).Dispose();
        private static ProfilesClientOptions Make(bool old) => new();
        """;
}
