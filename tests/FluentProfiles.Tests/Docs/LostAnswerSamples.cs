using FluentProfiles.Emulator;

namespace FluentProfiles.Tests.Docs;

/// <summary>The C# about lost answers in docs/testing.md.</summary>
public sealed class LostAnswerSamples
{
    [Fact]
    public async Task LostAnswer_LeavesTheProfile()
    {
        #region testing-lost-answer
        await using var service = await ProfileEmulator.StartAsync(new() { Count = 10 });
        using var client = new ProfilesClient(new() { BaseUrl = service.BaseUrl, ApiKey = "any-key" });
        service.BeforeResponse = (request, _) =>
            request.Method == "POST" ? throw new HttpRequestException("The connection breaks off") : Task.CompletedTask;

        await Assert.ThrowsAsync<ProfilesUnknownOutcomeException>(() => client.CreateAsync(new() { Name = "Ada" }));

        Assert.Equal("Ada", service.Profiles[0].Name);
        #endregion
    }
}
