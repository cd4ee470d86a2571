using FluentProfiles.Emulator;
using FluentProfiles.Tests.Http;

namespace FluentProfiles.Tests;

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

    [Theory]
    [InlineData("nowhere")]
    [InlineData("https://api.anthropic.com/v1")]
    public void BaseUrlThatIsNone_ThrowsConfiguration(string address)
    {
        using var environment = new EnvironmentScope();
        environment.Set("ANTHROPIC_BASE_URL", address);

        Assert.Contains(
            "ANTHROPIC_BASE_URL",
            Assert.Throws<ProfilesConfigurationException>(() => new ProfilesClient()).Message
        );
    }

    [Theory]
    [InlineData("wrkspc_1", "wrkspc_1")]
    [InlineData("", null)]
    [InlineData(null, null)]
    public async Task Workspace_IsSentWhereItIsSet(string? variable, string? sent)
    {
        await using var emulator = await ProfileEmulator.StartAsync(new() { Count = 3 });
        using var environment = new EnvironmentScope();
        environment.Set("ANTHROPIC_API_KEY", "any-key");
        environment.Set("ANTHROPIC_BASE_URL", emulator.BaseUrl);
        environment.Set("ANTHROPIC_WORKSPACE_ID", variable);

        using var client = new ProfilesClient();

        Assert.Equal(3, await client.Query().CountAsync());
        Assert.Equal(sent, Assert.Single(emulator.Requests).Headers.GetValueOrDefault("anthropic-workspace-id"));
    }

    [Fact]
    public void WorkspaceThatIsNone_ThrowsArgument()
    {
        using var environment = new EnvironmentScope();
        environment.Set("ANTHROPIC_WORKSPACE_ID", "of mine");

        Assert.Contains("ANTHROPIC_WORKSPACE_ID", Assert.Throws<ArgumentException>(() => new ProfilesClient()).Message);
    }

    [Fact]
    public void ReadEnvironment_LeavesWhatNoVariableSets()
    {
        using var environment = new EnvironmentScope();
        environment.Set("ANTHROPIC_BASE_URL", "https://gateway.example");
        environment.Set("ANTHROPIC_AUTH_TOKEN", "");
        ProfilesClientOptions options = new()
        {
            ApiKey = "any-key",
            AuthToken = "any-token",
            BaseUrl = "https://replaced.example",
            WorkspaceId = "wrkspc_1",
            MaxRetries = 2,
        };

        Assert.Same(options, options.ReadEnvironment());

        Assert.Equal(("any-key", "any-token"), (options.ApiKey, options.AuthToken));
        Assert.Equal(("https://gateway.example", "wrkspc_1"), (options.BaseUrl, options.WorkspaceId));
        Assert.Equal(2, options.MaxRetries);
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
