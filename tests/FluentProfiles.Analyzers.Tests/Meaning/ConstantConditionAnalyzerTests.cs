namespace FluentProfiles.Analyzers.Tests.Meaning;

public sealed class ConstantConditionAnalyzerTests
{
    [Theory]
    [InlineData("client.Query().Where(p => [|p.Id == \"12\"|])")]
    [InlineData("given.Where(p => p.Name == null || [|\"12\" != p.Id|])")]
    [InlineData("client.Query().Where(p => [|p.Metadata[\"plan\"] == \"\"|])")]
    [InlineData("from p in client.Query() where [|p.Id == \"x\"|] select p.Name")]
    [InlineData(
        "client.Query().Where(p => p.EnforcementStatus == \"banned\" && [|p.EnforcementStatus == EnforcementStatus.Pending|])"
    )]
    [InlineData("client.Query().Where(p => p.Name == \"a\").Where(p => [|p.Name == \"b\"|])")]
    [InlineData(
        "client.Query().Where(p => p.CreatedAt > new DateTimeOffset(2026, 2, 1, 0, 0, 0, TimeSpan.Zero) && [|p.CreatedAt < new DateTimeOffset(2026, 1, 1, 0, 0, 0, TimeSpan.Zero)|])"
    )]
    [InlineData("client.Query().Where(p => p.Metadata.Count > 5 && [|3 > p.Metadata.Count|])")]
    public Task NeverOrAlways_Triggers(string query) =>
        Verify.AnalyzerAsync<ConstantConditionAnalyzer>($"var q = {query};");

    [Fact]
    public Task LocalsAndLongTexts_Trigger()
    {
        var key = new string('k', 65);
        var value = new string('v', 513);
        return Verify.AnalyzerAsync<ConstantConditionAnalyzer>(
            $$"""
            var id = "abc";
            var q = client.Query().Where(p => [|p.Id == id|] || [|p.Metadata["{{key}}"] != null|] || [|p.Metadata["a"] == "{{value}}"|] || [|p.Metadata.ContainsKey("{{key}}")|]);
            await q.CountAsync(p => [|p.Id == "x"|]);
            """
        );
    }

    [Theory]
    [InlineData(64, 512, false)]
    [InlineData(65, 512, true)]
    [InlineData(64, 513, true)]
    public async Task TextOfPairs_IsMeasuredInCharacters(int key, int value, bool isReported)
    {
        var query = $"client.Query().Where(p => p.Metadata[\"{Faces(key)}\"] == \"{Faces(value)}\")";
        var found = await Diagnoses.OfAsync(
            $"var q = {query}; var n = await q.CountAsync(p => p.Metadata.ContainsKey(\"{Faces(64)}\"));"
        );
        Assert.Equal(isReported ? 1 : 0, found.Count(one => one.Id == "FP0205"));

        static string Faces(int count) => string.Concat(Enumerable.Repeat("\U0001F600", count));
    }

    [Theory]
    [InlineData("client.Query().Where(p => p.Id == \"uprof_1\")")]
    [InlineData("client.Query().Where(p => p.Id == text)")]
    [InlineData("client.Query().Where(p => p.Metadata[\"plan\"] == \"pro\")")]
    [InlineData("client.Query().Where(p => p.Metadata[\"plan\"] == null)")]
    [InlineData("client.Query().Where(p => p.Name == \"\")")]
    [InlineData("client.Query().Where(p => p.Name == \"a\").Take(5).Where(p => p.Name == \"b\")")]
    [InlineData("client.Query().Where(p => p.Name == \"a\" || p.Name == \"b\")")]
    [InlineData("client.Query().Where(p => p.Metadata[\"a\"] == \"1\" && p.Metadata[\"b\"] == \"2\")")]
    [InlineData("client.Query().Where(p => p.Metadata.Count >= 5 && p.Metadata.Count <= 5)")]
    [InlineData(
        "client.Query().Where(p => p.EnforcementStatus == EnforcementStatus.Banned && p.EnforcementStatus == \"banned\")"
    )]
    [InlineData("ProfileQuery.FromItems([]).Where(p => p.Id == \"1\")")]
    [InlineData(
        "client.Query().WithBeta(\"user-profiles-2026-09-04\").Where(p => p.ExternalId == \"a\" && p.ExternalId == \"b\")"
    )]
    [InlineData("client.Query().Where(p => p.EnforcementActions.Any(a => a.Id == \"1\"))")]
    [InlineData(
        "client.Query().Where(p => p.Name == \"a\").Select(p => new Upper { Name = p.Name }).Where(r => r.Name == \"A\")"
    )]
    [InlineData("client.Query().Select(p => new UserProfile { Id = p.Id }).Where(r => r.Id == \"1\")")]
    public Task MayHold_DoesNotTrigger(string query) =>
        Verify.AnalyzerAsync<ConstantConditionAnalyzer>(
            $"var q = {query};",
            "public class Upper { public string? Name { get; set => field = value?.ToUpperInvariant(); } }"
        );
}
