namespace FluentProfiles.Tests.Docs;

/// <summary>The C# of the page about reliability.</summary>
public sealed class ReliabilitySamples
{
    [Fact]
    public async Task BackgroundClient_Reads()
    {
        await using var service = await TestService.StartAsync(3);
        var client = service.Client;
        List<string> imported = [];

        #region background-client
        using var background = client.CreateBackgroundClient(maxRequestsPerSecond: 2);

        await foreach (var profile in background.Query())
            await ImportAsync(profile);
        #endregion

        Assert.Equal(TestProfiles.Newest(3, 3), imported);

        Task ImportAsync(UserProfile profile)
        {
            imported.Add(profile.Id);
            return Task.CompletedTask;
        }
    }
}
