using FluentProfiles.CodeFixes;

namespace FluentProfiles.Analyzers.Tests.Fixes;

/// <summary>A beta goes only with every read of what it serves.</summary>
public sealed class MigrationTests
{
    private const string Members =
        "private static readonly AnthropicBeta[] Shared = [AnthropicBeta.UserProfiles2026_08_18];";

    [Theory]
    [InlineData(
        "await client.Query().WithBeta([|AnthropicBeta.UserProfiles2026_08_18|]).ExecuteUpdateAsync(c => c.SetMetadata(\"plan\", p => p.ExternalId), new() { AllowAll = true });",
        "await client.Query().ExecuteUpdateAsync(c => c.SetMetadata(\"plan\", p => p.ExternalUserDetails.ReferenceId), new() { AllowAll = true });"
    )]
    [InlineData(
        "await client.Query().WithBeta([|\"user-profiles-2026-03-24\"|]).Where(p => p.ExternalId == text).ExecuteUpdateAsync(c => c.SetName(p => p.ExternalId).SetMetadata(\"plan\", \"pro\"));",
        "await client.Query().Where(p => p.ExternalUserDetails.ReferenceId == text).ExecuteUpdateAsync(c => c.SetName(p => p.ExternalUserDetails.ReferenceId).SetMetadata(\"plan\", \"pro\"));"
    )]
    [InlineData(
        "var q = client.Query().WithBeta([|\"user-profiles-2026-03-24\"|]); await q.Where(p => p.Name == null).ExecuteUpdateAsync(c => c.SetName(p => p.ExternalId + p.Id));",
        "var q = client.Query(); await q.Where(p => p.Name == null).ExecuteUpdateAsync(c => c.SetName(p => p.ExternalUserDetails.ReferenceId + p.Id));"
    )]
    public Task BulkWrite_IsRenamedToo(string before, string after) =>
        Verify.FixAsync<SupersededBetaAnalyzer, MigrationFixer>(before, after);

    [Theory]
    [InlineData(
        "var list = await client.Query().WithBeta([|AnthropicBeta.UserProfiles2026_08_18|]).ToListAsync(); Console.WriteLine(list.Select(p => p.ExternalId).First());",
        "var list = await client.Query().ToListAsync(); Console.WriteLine(list.Select(p => p.ExternalUserDetails.ReferenceId).First());"
    )]
    [InlineData(
        "var p = await client.Query().WithBeta([|AnthropicBeta.UserProfiles2026_08_18|]).FirstOrDefaultAsync(); Console.WriteLine(p?.ExternalId);",
        "var p = await client.Query().FirstOrDefaultAsync(); Console.WriteLine(p?.ExternalUserDetails.ReferenceId);"
    )]
    [InlineData(
        "if (await client.Query().WithBeta([|AnthropicBeta.UserProfiles2026_08_18|]).FirstAsync() is { ExternalId: { Length: > 0 } id }) Console.WriteLine(id);",
        "if (await client.Query().FirstAsync() is { ExternalUserDetails.ReferenceId: { Length: > 0 } id }) Console.WriteLine(id);"
    )]
    public Task ResultOfAQuery_IsRenamedToo(string before, string after) =>
        Verify.FixAsync<SupersededBetaAnalyzer, MigrationFixer>(before, after);

    [Theory]
    [InlineData(
        "var p = await client.GetAsync(text, new() { Betas = [[|AnthropicBeta.UserProfiles2026_08_18|]] }); Console.WriteLine(p.ExternalId);",
        "var p = await client.GetAsync(text, new() { Betas = [] }); Console.WriteLine(p.ExternalUserDetails.ReferenceId);"
    )]
    [InlineData(
        "var p = await client.UpdateAsync(text, new() { Name = \"a\" }, new CallOptions { Betas = { [|AnthropicBeta.UserProfiles2026_08_18|] } }).ConfigureAwait(false); Console.WriteLine(p.ExternalId);",
        "var p = await client.UpdateAsync(text, new() { Name = \"a\" }, new CallOptions { Betas = {  } }).ConfigureAwait(false); Console.WriteLine(p.ExternalUserDetails.ReferenceId);"
    )]
    [InlineData(
        "Console.WriteLine((await client.GetAsync(text, new() { Betas = [[|AnthropicBeta.UserProfiles2026_08_18|]] })).ExternalId);",
        "Console.WriteLine((await client.GetAsync(text, new() { Betas = [] })).ExternalUserDetails.ReferenceId);"
    )]
    [InlineData(
        "var o = new CallOptions { Betas = [[|AnthropicBeta.UserProfiles2026_08_18|]] }; var p = await client.GetAsync(text, o); Console.WriteLine(p?.ExternalId);",
        "var o = new CallOptions { Betas = [] }; var p = await client.GetAsync(text, o); Console.WriteLine(p?.ExternalUserDetails.ReferenceId);"
    )]
    [InlineData(
        "var p = await client.GetAsync(text, new() { Betas = [[|AnthropicBeta.UserProfiles2026_08_18|]] }); Console.WriteLine(p is { ExternalId: not null });",
        "var p = await client.GetAsync(text, new() { Betas = [] }); Console.WriteLine(p is { ExternalUserDetails.ReferenceId: not null });"
    )]
    public Task SingleCall_IsRenamedToo(string before, string after) =>
        Verify.FixAsync<SupersededBetaAnalyzer, MigrationFixer>(before, after);

    [Theory]
    [InlineData(
        "var p = await client.UpdateAsync(text, new() { ExternalId = \"a\" }, new() { Betas = [[|AnthropicBeta.UserProfiles2026_08_18|]] });"
    )]
    [InlineData(
        "var o = new ProfilesClientOptions { Betas = [[|AnthropicBeta.UserProfiles2026_08_18|]] }; using var own = new ProfilesClient(o); Console.WriteLine((await own.GetAsync(text)).ExternalId);"
    )]
    [InlineData(
        "var q = client.Query(); if (flag) q = q.WithBeta([|AnthropicBeta.UserProfiles2026_08_18|]); await q.Where(p => p.ExternalId == text).ToListAsync();"
    )]
    [InlineData(
        "var q = client.Query().WithBeta([|AnthropicBeta.UserProfiles2026_08_18|], [|AnthropicBeta.UserProfiles2026_08_18|]);"
    )]
    [InlineData(
        "var q = client.Query().WithBeta([|\"user-profiles-2026-03-24\"|]); q = q.WithBeta([|AnthropicBeta.UserProfiles2026_03_24|]); await q.CountAsync();"
    )]
    [InlineData(
        "var q = client.Query().WithBeta([|\"user-profiles-2026-03-24\"|]); await (flag ? q : q.Take(1)).WithBeta([|\"user-profiles-2026-03-24\"|]).CountAsync();"
    )]
    public Task WhatElseDependsOnTheBeta_KeepsIt(string statements) =>
        Verify.FixAsync<SupersededBetaAnalyzer, MigrationFixer>(statements, statements);

    // A list of the type serves every member.
    [Fact]
    public async Task BetaInAField_IsKept()
    {
        const string Statements = "var q = client.Query().WithBeta(Shared).Where(p => p.ExternalId == text);";
        var found = await Diagnoses.OfAsync(Statements, Members);
        Assert.Null(Assert.Single(found, one => one.Id == "FP0106").Properties["paths"]);
    }
}
