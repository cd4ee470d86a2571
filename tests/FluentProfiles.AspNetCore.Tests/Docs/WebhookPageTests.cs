using System.Globalization;
using FluentProfiles.Tests;

namespace FluentProfiles.AspNetCore.Tests.Docs;

/// <summary>The page on webhooks has what the endpoint has.</summary>
public sealed class WebhookPageTests
{
    private static readonly string Text = File.ReadAllText(Path.Combine(Repository.Root, "docs", "webhooks.md"));

    [Fact]
    public void Options_AreAllOnThePage() =>
        Assert.All(
            typeof(ProfileWebhooksOptions).GetProperties(),
            option => Assert.Contains($"| `{option.Name}` |", Text)
        );

    [Theory]
    [InlineData(204)]
    [InlineData(400)]
    [InlineData(401)]
    [InlineData(405)]
    [InlineData(408)]
    [InlineData(413)]
    [InlineData(415)]
    [InlineData(503)]
    public void Responses_AreAllOnThePage(int status) =>
        Assert.Contains(string.Create(CultureInfo.InvariantCulture, $"\n| {status}"), Text.ReplaceLineEndings("\n"));
}
