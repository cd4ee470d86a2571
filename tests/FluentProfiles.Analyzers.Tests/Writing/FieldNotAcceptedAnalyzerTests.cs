namespace FluentProfiles.Analyzers.Tests.Writing;

public sealed class FieldNotAcceptedAnalyzerTests
{
    /// <summary>Writes of the external id, which is not accepted, and what is said of them.</summary>
    public static TheoryData<string, DiagnosticSeverity> Writes =>
        new()
        {
            { "new NewProfile { ExternalId = \"a\" }", DiagnosticSeverity.Error },
            { "new NewProfile { ExternalId = text }", DiagnosticSeverity.Error },
            { "new NewProfile { ExternalId = text + text }", DiagnosticSeverity.Error },
            { "new NewProfile { Relationship = Relationship.Resold, Name = text }", DiagnosticSeverity.Error },
            { "new NewProfile { Relationship = \"resold\", Name = text }", DiagnosticSeverity.Error },
            // Null, and the default of an extensible enum, write nothing.
            { "new NewProfile { ExternalId = null }", DiagnosticSeverity.Warning },
            { "new NewProfile { ExternalId = maybe }", DiagnosticSeverity.Warning },
            { "new NewProfile { ExternalId = flag ? text : null }", DiagnosticSeverity.Warning },
            { "new NewProfile { Relationship = text }", DiagnosticSeverity.Warning },
            { "new NewProfile { Relationship = default }", DiagnosticSeverity.Warning },
        };

    private const string Own =
        "var own = new ProfilesClient(new ProfilesClientOptions { Betas = [\"user-profiles-2026-08-18\"] }); ";

    [Theory]
    [InlineData(
        "await client.CreateAsync(new() { [|ExternalId|] = text }, options: new() { Betas = [AnthropicBeta.UserProfiles2026_09_04] });"
    )]
    [InlineData(
        "await client.UpdateAsync(text, new() { Name = text, [|Relationship|] = \"resold\" }, new() { Betas = [\"user-profiles-2026-08-18\"] });"
    )]
    [InlineData(
        "await client.CreateAsync(new NewProfile { [|ExternalUserDetails|] = new() { Country = \"DE\" } }, new() { Betas = [\"user-profiles-2026-03-24\"] });"
    )]
    [InlineData(
        "var made = new NewProfile { [|AccessType|] = AccessType.Passthrough }; await client.CreateAsync(made, new() { Betas = [\"user-profiles-2026-03-24\"] });"
    )]
    [InlineData("await new ProfilesClient().CreateAsync(new() { [|ExternalId|] = text });")]
    [InlineData(
        "var o = new CallOptions { Tag = text, Betas = [\"user-profiles-2026-09-04\"] }; await client.CreateAsync(new() { [|ExternalId|] = text }, o);"
    )]
    [InlineData("await new ProfilesClient().CreateAsync(new() { [|ExternalId|] = text }, new() { Tag = text });")]
    [InlineData(
        "await new ProfilesClient().CreateAsync(new() { [|ExternalId|] = text }, new() { Betas = [\"user-profiles-billing-2026-10-01\"] });"
    )]
    [InlineData(
        Own
            + "await own.CreateAsync(new() { ExternalId = text, [|ExternalUserDetails|] = new() { Country = \"DE\" } });"
    )]
    [InlineData(
        Own
            + "await own.UpdateAsync(text, new() { [|ExternalId|] = text }, new() { Betas = [\"user-profiles-2026-09-04\"] });"
    )]
    public Task OneProfile_Triggers(string statements) => Verify.AnalyzerAsync<FieldNotAcceptedAnalyzer>(statements);

    [Theory]
    [InlineData(
        "client.Query().WithBeta(\"user-profiles-2026-09-04\").Take(5).ExecuteUpdateAsync(c => c.Set(p => p.[|ExternalId|], text))"
    )]
    [InlineData(
        "new ProfilesClient().Query().Take(5).ExecuteUpdateAsync(c => c.SetName(text).Set(p => p.[|Relationship|], p => \"resold\"))"
    )]
    [InlineData(
        "given.WithBeta(\"user-profiles-2026-03-24\").ExecuteUpdateAsync(c => c.Set(p => p.ExternalUserDetails.[|Country|], \"DE\"))"
    )]
    [InlineData(
        "(from p in given.WithBeta(\"user-profiles-2026-03-24\") where p.Name == text select p).ExecuteUpdateAsync(c => { c.Set(p => p.[|AccessType|], text); })"
    )]
    public Task Setter_Triggers(string write) =>
        Verify.AnalyzerAsync<FieldNotAcceptedAnalyzer>($"var r = await {write};");

    [Theory]
    [MemberData(nameof(Writes))]
    public async Task WriteOfOneProfile_IsAnErrorWhereTheValueIsSurelyGiven(
        string written,
        DiagnosticSeverity severity
    ) => Assert.Equal(severity, await SeverityOfAsync($"await new ProfilesClient().CreateAsync({written});"));

    [Theory]
    [InlineData("await new ProfilesClient().UpdateAsync(text, new() { ExternalId = text });", DiagnosticSeverity.Error)]
    [InlineData(
        "await new ProfilesClient().UpdateAsync(text, new() { ExternalId = Change.Clear });",
        DiagnosticSeverity.Error
    )]
    [InlineData(
        "await new ProfilesClient().UpdateAsync(text, new() { ExternalId = Change.SetOrLeave(maybe) });",
        DiagnosticSeverity.Warning
    )]
    [InlineData(
        "await new ProfilesClient().UpdateAsync(text, new() { ExternalId = default });",
        DiagnosticSeverity.Warning
    )]
    [InlineData(
        "IProfilesClient other = client; await other.CreateAsync(new() { ExternalId = text }, new() { Betas = [\"user-profiles-2026-09-04\"] });",
        DiagnosticSeverity.Warning
    )]
    [InlineData(
        "var r = await new ProfilesClient().Query().Take(5).ExecuteUpdateAsync(c => c.Set(p => p.ExternalId, p => maybe));",
        DiagnosticSeverity.Error
    )]
    public async Task OtherWrite_IsAnErrorWhereItIsSurelyRefused(string statement, DiagnosticSeverity severity) =>
        Assert.Equal(severity, await SeverityOfAsync(statement));

    [Theory]
    [InlineData("await client.CreateAsync(new() { ExternalId = text });")]
    [InlineData(
        "await client.CreateAsync(new() { ExternalId = text }, options: new() { Betas = [.. texts.Select(t => new AnthropicBeta(t))] });"
    )]
    [InlineData("await client.CreateAsync(new() { ExternalId = text }, options: new() { Betas = [text] });")]
    [InlineData(
        "var o = new CallOptions(); if (flag) o.Betas.Add(\"user-profiles-2026-08-18\"); await new ProfilesClient().CreateAsync(new() { ExternalId = text }, o);"
    )]
    [InlineData(
        "await client.CreateAsync(new() { ExternalId = text }, new() { Betas = [\"user-profiles-2026-08-18\"] });"
    )]
    [InlineData(
        "await new ProfilesClient().CreateAsync(new() { Name = text, AccessType = text, Metadata = new() { [\"a\"] = text } });"
    )]
    [InlineData("var r = await client.Query().Take(5).ExecuteUpdateAsync(c => c.Set(p => p.ExternalId, text));")]
    [InlineData(
        "var r = await client.Query().WithBeta(\"user-profiles-2026-03-24\").Take(5).ExecuteUpdateAsync(c => c.SetName(p => p.ExternalId).SetMetadata(\"a\", text).RemoveMetadata(\"b\"));"
    )]
    [InlineData("var p = new UserProfile { ExternalId = text };")]
    public Task AcceptedOrUnknown_DoesNotTrigger(string statements) =>
        Verify.AnalyzerAsync<FieldNotAcceptedAnalyzer>(statements);

    private static async Task<DiagnosticSeverity> SeverityOfAsync(string statement) =>
        Assert
            .Single(
                await Diagnoses.OfAsync($"string? maybe = flag ? text : null; {statement}"),
                one => one.Id == "FP0403"
            )
            .Severity;
}
