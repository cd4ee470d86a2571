using FluentProfiles.Tests.Http;

namespace FluentProfiles.Tests;

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
    public void BaseAddress_IsTheSameSetting()
    {
        ProfilesClientOptions options = new();
        Assert.Equal(new Uri(options.BaseUrl), options.BaseAddress);

        options.BaseAddress = new("https://code.test/gateway");
        Assert.Equal(("https://code.test/gateway", BaseUrlSource.Code), (options.BaseUrl, options.BaseUrlSource));

        options.BaseUrl = "https://other.test";
        Assert.Equal(new Uri("https://other.test"), options.BaseAddress);

        options.BaseUrl = "no address";
        Assert.Null(options.BaseAddress);

        options.BaseAddress = null;
        Assert.Equal(("https://api.anthropic.com", BaseUrlSource.Default), (options.BaseUrl, options.BaseUrlSource));
    }

    [Fact]
    public void RelativeBaseAddress_IsRefusedByTheClient() =>
        Assert.Throws<ProfilesConfigurationException>(() =>
            new ProfilesClient(new() { ApiKey = TestService.Key, BaseAddress = new("gateway", UriKind.Relative) })
        );

    [Fact]
    public void EmptyVariable_ChangesNothing()
    {
        using EnvironmentScope environment = new();
        environment.Set("ANTHROPIC_BASE_URL", "");

        Assert.Equal(BaseUrlSource.Default, new ProfilesClientOptions().ReadEnvironment().BaseUrlSource);
    }

    [Fact]
    public void AddressOfTheEnvironment_NeedsToBeAllowed()
    {
        using EnvironmentScope environment = new();
        environment.Set("ANTHROPIC_BASE_URL", "https://evil.test");

        Assert.Throws<ProfilesConfigurationException>(() =>
            new ProfilesClient(new ProfilesClientOptions { AllowedHosts = ["api.anthropic.com"] }.ReadEnvironment())
        );
    }
}
