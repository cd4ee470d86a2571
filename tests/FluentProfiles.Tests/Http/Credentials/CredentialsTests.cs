namespace FluentProfiles.Tests.Http;

public sealed class CredentialsTests
{
    [Theory]
    [OverBothTransports("one-key", null, "Bearer one-key")]
    [OverBothTransports(null, "a-token", "Bearer a-token")]
    [OverBothTransports("", "a-token", "Bearer a-token")]
    [OverBothTransports("one-key", "a-token", "Bearer one-key")]
    public async Task KeyBesideAToken_Wins(TransportKind kind, string? key, string? token, string sent)
    {
        await using var service = await kind.StartAsync(configureClient: options =>
            (options.ApiKey, options.AuthToken) = (key, token)
        );

        await service.Query().ToListAsync();

        Assert.Equal(sent, Assert.Single(service.Emulator.Requests).Headers["Authorization"]);
        Assert.False(service.Emulator.Requests[0].Headers.ContainsKey("x-api-key"));
    }

    [Theory]
    [OverBothTransports]
    public async Task TokenProvider_IsAskedForEachRequest(TransportKind kind)
    {
        var asked = 0;
        await using var service = await kind.StartAsync(configureClient: options =>
        {
            options.AuthToken = "a-token";
            options.TokenProvider = _ => ValueTask.FromResult($"rotating-{++asked}");
        });

        await service.Query().WithPageSize(1).WithPrefetch(0).ToListAsync();
        await service.Client.GetAsync(TestProfiles.IdOf(1));

        Assert.Equal(
            ["Bearer rotating-1", "Bearer rotating-2", "Bearer rotating-3", "Bearer rotating-4"],
            service.Emulator.Requests.Select(request => request.Headers["Authorization"])
        );
    }

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    [InlineData("two words")]
    public async Task TokenProviderWithoutToken_ThrowsConfiguration(string? token)
    {
        await using var service = await TestService.StartAsync(
            TestProfiles.Many(3),
            configureClient: options => options.TokenProvider = _ => ValueTask.FromResult(token!)
        );

        await service.Client.FailAsync<ProfilesConfigurationException>();

        Assert.Empty(service.Requests);
    }

    [Fact]
    public async Task TokenProviderThrows_IsWrappedAndNotRepeated()
    {
        var asked = 0;
        await using var service = await TestService.StartAsync(
            TestProfiles.Many(3),
            configureClient: options =>
            {
                options.MaxRetries = 5;
                options.TokenProvider = _ =>
                {
                    asked++;
                    throw new FormatException("mine");
                };
            }
        );

        var error = await service.Client.FailAsync<ProfilesConfigurationException>();

        Assert.Equal("mine", Assert.IsType<FormatException>(error.InnerException).Message);
        Assert.DoesNotContain("mine", error.Message);
        Assert.Equal(1, asked);
        Assert.Empty(service.Requests);
    }

    [Fact]
    public async Task ErrorOfATokenProviderWithinARun_SaysWhereToGoOn()
    {
        var asked = 0;
        await using var service = await TestService.StartAsync(
            TestProfiles.Many(250),
            configureClient: options =>
                options.TokenProvider = _ => ++asked == 2 ? throw new FormatException() : new("test-token-of-a-vault")
        );
        List<string> ids = [];

        var error = await Assert.ThrowsAsync<ProfilesConfigurationException>(async () =>
        {
            await foreach (var profile in service.Query().WithPrefetch(0))
                ids.Add(profile.Id);
        });

        ids.AddRange(await service.Query().ResumeFrom(error.ResumeToken).Select(p => p.Id).ToListAsync());
        Assert.Equal(TestProfiles.Newest(250, 250), ids);
    }
}
