using System.Threading.RateLimiting;
using FluentProfiles.Emulator;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Http.Resilience;
using Polly;
using Polly.CircuitBreaker;
using Polly.RateLimiting;

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
    public async Task StandardHandler_SendsAgainAlone()
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

    [Fact]
    public async Task OpenCircuit_IsAFailedConnectionThatSentNothing()
    {
        await using var service = await HostedService.StartAsync();
        service
            .Services.AddFluentProfiles(Once(service))
            .AddResilienceHandler("circuit", pipeline => pipeline.AddCircuitBreaker(new() { ManualControl = Open() }));
        var client = await service.ClientAsync();

        var failure = await Assert.ThrowsAsync<ProfilesConnectionException>(() => client.Query().FirstAsync().AsTask());
        var ofCreate = await Assert.ThrowsAsync<ProfilesConnectionException>(() =>
            client.CreateAsync(new() { Name = "One" })
        );

        Assert.IsType<IsolatedCircuitException>(failure.InnerException);
        Assert.Contains("a circuit breaker is open in a resilience handler (1 attempt, ", failure.Message);
        Assert.Contains("(1 attempt, ", ofCreate.Message);
        Assert.NotNull(failure.ResumeToken);
        Assert.Empty(service.Emulator.Requests);
    }

    [Fact]
    public async Task LimiterWithoutRoom_IsAFailedConnectionThatSentNothing()
    {
        await using var service = await HostedService.StartAsync();
        using ConcurrencyLimiter limiter = new(new() { PermitLimit = 1 });
        using var taken = limiter.AttemptAcquire();
        service
            .Services.AddFluentProfiles(Once(service))
            .AddResilienceHandler("limiter", pipeline => pipeline.AddRateLimiter(limiter));
        var client = await service.ClientAsync();

        var failure = await Assert.ThrowsAsync<ProfilesConnectionException>(() => client.Query().CountAsync().AsTask());
        var ofCreate = await Assert.ThrowsAsync<ProfilesConnectionException>(() =>
            client.CreateAsync(new() { Name = "One" })
        );

        Assert.IsType<RateLimiterRejectedException>(failure.InnerException);
        Assert.Contains(
            "rejected by a resilience handler (RateLimiterRejectedException) (1 attempt, ",
            failure.Message
        );
        Assert.Contains("(1 attempt, ", ofCreate.Message);
        Assert.Empty(service.Emulator.Requests);
    }

    [Fact]
    public async Task TimeOutOfAHandler_IsAnUnknownOutcomeForACreateAlone()
    {
        await using var service = await HostedService.StartAsync();
        service.Emulator.BeforeResponse = (_, ended) => Task.Delay(Timeout.Infinite, ended);
        service
            .Services.AddFluentProfiles(Once(service))
            .AddResilienceHandler("time-out", pipeline => pipeline.AddTimeout(TimeSpan.FromMilliseconds(50)));
        var client = await service.ClientAsync();

        var failure = await Assert.ThrowsAsync<ProfilesConnectionException>(() => client.Query().CountAsync().AsTask());
        var ofCreate = await Assert.ThrowsAsync<ProfilesUnknownOutcomeException>(() =>
            client.CreateAsync(new() { Name = "One" })
        );

        Assert.Contains("timed out after 50 ms in a resilience handler (1 attempt, ", failure.Message);
        Assert.Contains("(1 attempt, ", Assert.IsType<ProfilesConnectionException>(ofCreate.InnerException).Message);
    }

    /// <summary>The handler retries a create whose first attempt may have arrived, and its own circuit breaker rejects the
    /// retry: the outcome is unknown all the same.</summary>
    [Fact]
    public async Task CircuitThatOpensAfterACreateWasSent_IsAnUnknownOutcome()
    {
        await using var service = await HostedService.StartAsync();
        service.Emulator.BeforeResponse = (_, _) => throw new HttpRequestException("Broken off once it was done.");
        CircuitBreakerManualControl circuit = new();
        service
            .Services.AddFluentProfiles(Once(service))
            .AddResilienceHandler(
                "retry, then circuit",
                pipeline =>
                    pipeline
                        .AddRetry(
                            new HttpRetryStrategyOptions
                            {
                                Delay = TimeSpan.Zero,
                                OnRetry = async _ => await circuit.IsolateAsync(),
                            }
                        )
                        .AddCircuitBreaker(new() { ManualControl = circuit })
            );
        var client = await service.ClientAsync();

        var failure = await Assert.ThrowsAsync<ProfilesUnknownOutcomeException>(() =>
            client.CreateAsync(new() { Name = "One" })
        );

        Assert.Contains("a circuit breaker is open", failure.InnerException!.Message);
        Assert.Single(service.Emulator.Requests, request => request.Method == "POST");
    }

    private static CircuitBreakerManualControl Open() => new(isIsolated: true);

    private static async Task<HostedService> StartAsync()
    {
        var service = await HostedService.StartAsync();
        service.Emulator.Intercept = _ =>
            EmulatorResponse.Error(529, "overloaded_error", "Overloaded").WithHeader("retry-after", "0");
        return service;
    }

    private static Action<ProfilesClientOptions> Once(HostedService service) => Retrying(service, 0);

    private static Action<ProfilesClientOptions> Twice(HostedService service) => Retrying(service, 2);

    private static Action<ProfilesClientOptions> Retrying(HostedService service, int retries) =>
        options =>
        {
            service.Set(options);
            options.MaxRetries = retries;
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
