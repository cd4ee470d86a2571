namespace FluentProfiles.Tests.Http;

[Collection(EnvironmentCollection.Name)]
public sealed class BaseUrlSourceTests
{
    [Fact]
    public void NothingSet_IsTheDefault() =>
        Assert.Equal(BaseUrlSource.Default, new ProfilesClientOptions().BaseUrlSource);

    [Fact]
    public void AddressOfTheEnvironment_IsOfTheEnvironment()
    {
        using EnvironmentScope environment = new();
        environment.Set("ANTHROPIC_BASE_URL", "https://env.test");
        ProfilesClientOptions options = new() { BaseUrl = "https://code.test" };
        Assert.Equal(BaseUrlSource.Code, options.BaseUrlSource);

        options.ReadEnvironment();

        Assert.Equal(("https://env.test", BaseUrlSource.Environment), (options.BaseUrl, options.BaseUrlSource));
    }

    [Fact]
    public void EmptyVariable_ChangesNothing()
    {
        using EnvironmentScope environment = new();
        environment.Set("ANTHROPIC_BASE_URL", "");

        Assert.Equal(BaseUrlSource.Default, new ProfilesClientOptions().ReadEnvironment().BaseUrlSource);
    }

    [Fact]
    public void AddressOfTheEnvironment_MustBeAllowed()
    {
        using EnvironmentScope environment = new();
        environment.Set("ANTHROPIC_BASE_URL", "https://evil.test");

        Assert.Throws<ProfilesConfigurationException>(() =>
            new ProfilesClient(new ProfilesClientOptions { AllowedHosts = ["api.anthropic.com"] }.ReadEnvironment())
        );
    }
}
