using FluentProfiles.Emulator;

namespace FluentProfiles.Tests.Http;

[Collection(EnvironmentCollection.Name)]
public sealed class EnvironmentTests
{
    [Theory]
    [InlineData("key-of-env", null, "Bearer key-of-env")]
    [InlineData(null, "token-of-env", "Bearer token-of-env")]
    [InlineData("", "token-of-env", "Bearer token-of-env")]
    [InlineData("key-of-env", "token-of-env", "Bearer key-of-env")]
    public async Task Variables_SetUpAClient(string? key, string? token, string sent)
    {
        await using var emulator = await ProfileEmulator.StartAsync(new() { Count = 3 });
        using var environment = new EnvironmentScope();
        environment.Set("ANTHROPIC_API_KEY", key);
        environment.Set("ANTHROPIC_AUTH_TOKEN", token);
        environment.Set("ANTHROPIC_BASE_URL", emulator.BaseUrl);

        using var client = new ProfilesClient();

        Assert.Equal(3, await client.Query().CountAsync());
        Assert.Equal(sent, Assert.Single(emulator.Requests).Headers["Authorization"]);
    }

    [Fact]
    public async Task NoVariables_ThrowsConfigurationAtTheFirstRequest()
    {
        using var environment = new EnvironmentScope();
        using var client = new ProfilesClient();

        Assert.Contains("ANTHROPIC_API_KEY", (await client.FailAsync<ProfilesConfigurationException>()).Message);
    }

    [Fact]
    public void BaseUrlThatIsNone_ThrowsConfiguration()
    {
        using var environment = new EnvironmentScope();
        environment.Set("ANTHROPIC_BASE_URL", "nowhere");

        Assert.Contains(
            "ANTHROPIC_BASE_URL",
            Assert.Throws<ProfilesConfigurationException>(() => new ProfilesClient()).Message
        );
    }

    [Fact]
    public async Task Variables_DoNotFillInOptions()
    {
        using var environment = new EnvironmentScope();
        environment.Set("ANTHROPIC_API_KEY", "key-of-env");
        using var client = new ProfilesClient(new());

        await client.FailAsync<ProfilesConfigurationException>();
    }
}
