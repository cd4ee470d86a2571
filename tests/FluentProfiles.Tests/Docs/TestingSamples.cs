using FluentProfiles.Emulator;
using Microsoft.Extensions.Time.Testing;

namespace FluentProfiles.Tests.Docs;

#region testing-fixture
public sealed class ServiceFixture : IAsyncLifetime
{
    public ProfileEmulator Service { get; private set; } = null!;
    public ProfilesClient Client { get; private set; } = null!;

    public async Task InitializeAsync()
    {
        Service = await ProfileEmulator.StartAsync(new() { Count = 250, Seed = 7 });
        Client = new ProfilesClient(new() { BaseUrl = Service.BaseUrl, ApiKey = "any-key" });
    }

    public async Task DisposeAsync()
    {
        Client.Dispose();
        await Service.DisposeAsync();
    }
}

#endregion

/// <summary>The C# of docs/testing.md.</summary>
#region testing-log
public sealed class ImportTests(ServiceFixture fixture) : IClassFixture<ServiceFixture>
{
    [Fact]
    public async Task Import_AsksForTheNewestOnce()
    {
        fixture.Service.ClearRequests();

        var ids = await Import.NewestAsync(fixture.Client.Query());

        Assert.Equal(fixture.Service.Profiles.Take(50).Select(p => p.Id), ids);
        var request = Assert.Single(fixture.Service.Requests);
        Assert.Equal("GET", request.Method);
        Assert.Equal("/v1/user_profiles?limit=50", request.PathAndQuery);
        Assert.Equal("Bearer any-key", request.Headers["Authorization"]);
    }
}

#endregion

public sealed class TestingSamples
{
    [Fact]
    public async Task Failures_AreActedOut()
    {
        #region testing-failures
        await using var service = await ProfileEmulator.StartAsync(new() { Count = 500 });
        using var client = new ProfilesClient(new() { BaseUrl = service.BaseUrl, ApiKey = "any-key" });
        service.Intercept = request =>
            service.Requests.Count == 3 ? EmulatorResponse.Error(403, "permission_error", "Not with this key") : null;

        List<string> seen = [];
        var failure = await Assert.ThrowsAsync<ProfilesPermissionException>(async () =>
        {
            await foreach (var profile in client.Query())
                seen.Add(profile.Id);
        });

        Assert.Equal(200, seen.Count);
        Assert.Equal(300, await client.Query().ResumeFrom(failure.ResumeToken).CountAsync());
        #endregion
    }

    [Fact]
    public async Task Faults_AreSurvived()
    {
        #region testing-faults
        await using var service = await ProfileEmulator.StartAsync(
            new()
            {
                Count = 1_000,
                Faults = new()
                {
                    Seed = 3,
                    Statuses = { [429] = 0.2, [503] = 0.2 },
                    RefusalHeaders = { ["retry-after"] = "0" },
                },
            }
        );
        using var client = new ProfilesClient(new() { BaseUrl = service.BaseUrl, ApiKey = "any-key" });

        Assert.Equal(1_000, await client.Query().CountAsync());
        Assert.Contains(service.Requests, request => request.Status is 429 or 503);
        #endregion
    }

    [Fact]
    public async Task Retry_WaitsByTheClock()
    {
        #region testing-retry
        FakeTimeProvider clock = new();
        var service = ProfileEmulator.Create(new() { Count = 10 });
        service.Intercept = _ =>
            service.Requests.Count == 1
                ? EmulatorResponse.Error(429, "rate_limit_error", "Slow down").WithHeader("retry-after", "20")
                : null;
        using var client = new ProfilesClient(
            new()
            {
                BaseUrl = service.BaseUrl,
                ApiKey = "any-key",
                TimeProvider = clock,
                AttemptTimeout = Timeout.InfiniteTimeSpan,
            },
            new HttpClient(service.CreateHandler())
        );

        var begin = clock.GetUtcNow();
        var counting = client.Query().CountAsync().AsTask();
        while (!counting.IsCompleted)
        {
            clock.Advance(TimeSpan.FromSeconds(1));
            await Task.Delay(1);
        }

        Assert.Equal(10, await counting);
        Assert.Equal([429, 200], service.Requests.Select(request => request.Status));
        Assert.True(clock.GetUtcNow() - begin >= TimeSpan.FromSeconds(20));
        #endregion
    }

    [Fact]
    public async Task Clock_IsTheTests()
    {
        #region testing-clock
        FakeTimeProvider clock = new(new DateTimeOffset(2026, 11, 2, 9, 0, 0, TimeSpan.Zero));
        var service = ProfileEmulator.Create(
            new()
            {
                Profiles =
                [
                    new() { Id = "uprof_yesterday", CreatedAt = clock.GetUtcNow().AddHours(-20) },
                    new() { Id = "uprof_older", CreatedAt = clock.GetUtcNow().AddHours(-30) },
                ],
            }
        );
        using var client = new ProfilesClient(
            new()
            {
                BaseUrl = service.BaseUrl,
                ApiKey = "any-key",
                TimeProvider = clock,
            },
            new HttpClient(service.CreateHandler())
        );
        var lastDay = client.Query().Where(p => p.CreatedAt >= DateTimeOffset.UtcNow.AddDays(-1)).Select(p => p.Id);

        Assert.Equal(["uprof_yesterday"], await lastDay.ToListAsync());
        clock.Advance(TimeSpan.FromHours(12));
        Assert.Empty(await lastDay.ToListAsync());
        #endregion
    }
}

internal static class Import
{
    #region testing-import
    public static ValueTask<string[]> NewestAsync(ProfileQuery<UserProfile> profiles) =>
        profiles.Take(50).Select(p => p.Id).ToArrayAsync();
    #endregion
}
