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
