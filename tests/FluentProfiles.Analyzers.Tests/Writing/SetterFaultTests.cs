using System.Globalization;

namespace FluentProfiles.Analyzers.Tests.Writing;

/// <summary>FP0402 for setters of what can't be written, and of what is set already.</summary>
public sealed class SetterFaultTests
{
    [Theory]
    [InlineData("c => c.Set(p => p.[|Id|], text)", "Id can't be written")]
    [InlineData("c => c.Set(p => p.[|CreatedAt|], DateTimeOffset.UnixEpoch)", "CreatedAt can't be written")]
    [InlineData("c => c.Set(p => p.[|UpdatedAt|], p => p.CreatedAt)", "UpdatedAt can't be written")]
    [InlineData(
        "c => c.Set(p => p.[|EnforcementStatus|], EnforcementStatus.Banned)",
        "EnforcementStatus can't be written"
    )]
    [InlineData("c => { c.SetName(text); c.Set(p => p.Programs.[|Cyber|], p => null); }", "Cyber can't be written")]
    [InlineData(
        "c => c.Set(p => [|p.Metadata[\"a\"]|], text)",
        "This is not a member of the profile or of its details that can be written"
    )]
    [InlineData(
        "c => c.Set(p => [|p.Name + \"a\"|], text)",
        "This is not a member of the profile or of its details that can be written"
    )]
    [InlineData(
        "c => c.Set(p => [|p.Name!.Trim()|], p => text)",
        "This is not a member of the profile or of its details that can be written"
    )]
    [InlineData(
        "c => c.Set(p => p.[|Metadata|], p => p.Metadata)",
        "Metadata can't be set as a whole; SetMetadata and RemoveMetadata set its pairs"
    )]
    [InlineData(
        "c => c.Set(p => p.[|ExternalUserDetails|], p => p.ExternalUserDetails)",
        "ExternalUserDetails can't be set as a whole; set its members"
    )]
    [InlineData("c => c.Clear(p => p.[|Id|])", "Id can't be written")]
    [InlineData(
        "c => c.Clear(p => p.ExternalUserDetails.[|ReferenceId|])",
        "ReferenceId can't be cleared once it is set; the service can only change it"
    )]
    public async Task WhatCannotBeWritten_Triggers(string setters, string message)
    {
        await Verify.AnalyzerAsync<WriteLimitAnalyzer>($"var r = await given.Take(5).ExecuteUpdateAsync({setters});");
        var plain = setters.Replace("[|", "", StringComparison.Ordinal).Replace("|]", "", StringComparison.Ordinal);
        Assert.Equal(message, await MessageOfAsync(plain));
    }

    [Theory]
    [InlineData("c => c.SetName(\"a\").[|SetName(\"b\")|]", "Name is set twice; set it once")]
    [InlineData(
        "c => c.SetName(p => p.Name).SetMetadata(\"a\", \"b\").[|ClearName()|]",
        "Name is set twice; set it once"
    )]
    [InlineData("c => c.SetName(text).[|Set(p => p.Name, text)|]", "Name is set twice; set it once")]
    [InlineData(
        "c => c.SetMetadata(\"a\", \"b\").[|RemoveMetadata(\"a\")|]",
        "Metadata[\"a\"] is set twice; set it once"
    )]
    [InlineData(
        "c => { c.SetMetadata(\"a\", text); c.ClearName(); c.[|SetMetadata(key: \"a\", value: \"c\")|]; }",
        "Metadata[\"a\"] is set twice; set it once"
    )]
    [InlineData(
        "c => c.Set(p => p.ExternalUserDetails.Country, \"DE\").[|Set(x => x.ExternalUserDetails.Country, \"FR\")|]",
        "ExternalUserDetails.Country is set twice; set it once"
    )]
    public async Task WhatIsSetTwice_Triggers(string setters, string message)
    {
        await Verify.AnalyzerAsync<WriteLimitAnalyzer>($"var r = await given.Take(5).PreviewUpdateAsync({setters});");
        var plain = setters.Replace("[|", "", StringComparison.Ordinal).Replace("|]", "", StringComparison.Ordinal);
        Assert.Equal(message, await MessageOfAsync(plain));
    }

    [Theory]
    [InlineData("c => c.SetName(text).SetMetadata(\"a\", \"b\").SetMetadata(\"b\", \"b\").RemoveMetadata(text)")]
    [InlineData("c => c.SetMetadata(text, \"b\").SetMetadata(text, \"c\")")]
    [InlineData("c => { if (flag) c.SetName(\"a\"); else c.SetName(\"b\"); }")]
    [InlineData("c => { if (flag) { c.SetName(\"a\"); return; } c.SetName(\"b\"); }")]
    [InlineData("c => { c.SetName(\"a\"); if (flag) return; c.ClearName(); }")]
    [InlineData(
        "c => c.Set(p => p.ExternalUserDetails.Country, \"DE\").Set(p => p.ExternalUserDetails.ReferenceId, text)"
    )]
    [InlineData(
        "c => c.Set(p => p.AccessType, AccessType.Passthrough).Set(p => p.ExternalUserOnboardedAt, DateTimeOffset.UnixEpoch)"
    )]
    [InlineData("c => c.Clear(p => p.Name).Clear(p => p.ExternalId)")]
    [InlineData("c => c.Set<object>(p => p.Name, text)")]
    public Task WhatCanBeWrittenOnce_DoesNotTrigger(string setters) =>
        Verify.AnalyzerAsync<WriteLimitAnalyzer>($"var r = await given.Take(5).ExecuteUpdateAsync({setters});");

    private static async Task<string> MessageOfAsync(string setters) =>
        Assert
            .Single(
                await Diagnoses.OfAsync($"var r = await given.Take(5).ExecuteUpdateAsync({setters});"),
                one => one.Id == "FP0402"
            )
            .GetMessage(CultureInfo.InvariantCulture);
}
