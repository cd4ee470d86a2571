using FluentProfiles.Emulator;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Http.Resilience;
using Polly;

namespace FluentProfiles.Hosting.Tests;

/// <summary>Retries of the client and of a handler of the application are never multiplied.</summary>
public sealed class ResilienceTests
{
    [Fact]
    public async Task HandlerThatRetries_IsNotRepeatedOnTop()
    {
        await using var service = await StartAsync();
        service.Services.AddFluentProfiles(Twice(service)).AddResilienceHandler("retry", AddRetry);
        var client = await service.ClientAsync();

        await Assert.ThrowsAsync<ProfilesOverloadedException>(() => client.Query().FirstAsync().AsTask());

        Assert.Equal(4, service.Emulator.Requests.Count);
    }

    [Fact]
    public async Task HandlerThatDoesNotRetry_LeavesItToTheClient()
    {
        await using var service = await StartAsync();
        service
            .Services.AddFluentProfiles(Twice(service))
            .AddResilienceHandler("time-out", pipeline => pipeline.AddTimeout(TimeSpan.FromMinutes(1)));
        var client = await service.ClientAsync();

        await Assert.ThrowsAsync<ProfilesOverloadedException>(() => client.Query().FirstAsync().AsTask());

        Assert.Equal(3, service.Emulator.Requests.Count);
    }

    [Fact]
    public async Task BrokenConnectionThatAHandlerHasRepeated_IsNotRepeatedOnTop()
    {
        await using var service = await StartAsync();
        var sent = 0;
        service
            .Services.AddFluentProfiles(options =>
            {
                Twice(service)(options);
                // Nobody listens at this port.
                options.BaseUrl = "http://127.0.0.1:1";
            })
            .AddResilienceHandler("retry", AddRetry);
        service.Services.ConfigureHttpClientDefaults(builder =>
            builder.AddHttpMessageHandler(() => new CallHandler(() => sent++))
        );
        var client = await service.ClientAsync();

        await Assert.ThrowsAsync<ProfilesConnectionException>(() => client.Query().FirstAsync().AsTask());

        Assert.Equal(1, sent);
    }

    [Fact]
    public async Task StandardHandler_RetriesAlone()
    {
        await using var service = await StartAsync();
        service
            .Services.AddFluentProfiles(Twice(service))
            .AddStandardResilienceHandler(options => options.Retry.Delay = TimeSpan.Zero);
        var client = await service.ClientAsync();

        await Assert.ThrowsAsync<ProfilesOverloadedException>(() => client.Query().FirstAsync().AsTask());

        Assert.Equal(4, service.Emulator.Requests.Count);
    }

    [Theory]
    [InlineData(500, 1)]
    [InlineData(0, 1)]
    [InlineData(529, 4)]
    public async Task Create_IsSentAgainOnlyWhereNothingWasDone(int status, int sent)
    {
        await using var service = await HostedService.StartAsync();
        service.Emulator.Intercept = _ => status == 0 ? null : EmulatorResponse.Error(status, "api_error", "No");
        if (status == 0)
            service.Emulator.BeforeResponse = (_, _) => throw new HttpRequestException("Broken off once it was done.");
        service
            .Services.AddFluentProfiles(Twice(service))
            .AddStandardResilienceHandler(options => options.Retry.Delay = TimeSpan.Zero);
        var client = await service.ClientAsync();

        var failure = await Assert.ThrowsAnyAsync<ProfilesException>(() => client.CreateAsync(new() { Name = "One" }));

        Assert.Equal(sent, service.Emulator.Requests.Count(request => request.Method == "POST"));
        Assert.Equal(status == 529, failure is ProfilesOverloadedException);
        Assert.Equal(status != 529, failure is ProfilesUnknownOutcomeException);
    }

    private static async Task<HostedService> StartAsync()
    {
        var service = await HostedService.StartAsync();
        service.Emulator.Intercept = _ =>
            EmulatorResponse.Error(529, "overloaded_error", "Overloaded").WithHeader("retry-after", "0");
        return service;
    }

    private static Action<ProfilesClientOptions> Twice(HostedService service) =>
        options =>
        {
            service.Set(options);
            options.MaxRetries = 2;
        };

    private static void AddRetry(ResiliencePipelineBuilder<HttpResponseMessage> pipeline) =>
        pipeline.AddRetry(new HttpRetryStrategyOptions { MaxRetryAttempts = 3, Delay = TimeSpan.Zero });

    private sealed class CallHandler(Action call) : DelegatingHandler
    {
        protected override Task<HttpResponseMessage> SendAsync(
            HttpRequestMessage request,
            CancellationToken cancellationToken
        )
        {
            call();
            return base.SendAsync(request, cancellationToken);
        }
    }
}
