// The misspelt values are what the tests are about.
#pragma warning disable FP0506

namespace FluentProfiles.Tests.Sources.Service;

public sealed class UnknownStatusTests
{
    [Theory]
    [InlineData("baned", "banned")]
    [InlineData("Banned", "banned")]
    [InlineData("restrict", "restricted")]
    [InlineData("UNRESTRICTED ", "unrestricted")]
    [InlineData("panding", "pending")]
    public async Task StatusThatTheServiceRejects_IsNamedWithTheNearestKnownOne(string status, string nearest)
    {
        await using var service = await TestService.StartAsync(4);
        var query = service.Query().Where(p => p.EnforcementStatus == status || p.EnforcementStatus == "banned");

        var error = await Assert.ThrowsAsync<ProfilesInvalidRequestException>(async () => await query.ToListAsync());

        Assert.EndsWith(
            $"The query filters by the EnforcementStatus \"{status}\", which this version of the library does not know; "
                + $"the nearest known value is \"{nearest}\".",
            error.Message
        );
        Assert.StartsWith("enforcement_status[]:", error.Message);
        Assert.Equal("invalid_request_error", error.ErrorType);
        Assert.NotNull(error.RequestId);
        Assert.Equal(
            [
                $"GET /v1/user_profiles?limit=100&enforcement_status%5B%5D={Uri.EscapeDataString(status)}&enforcement_status%5B%5D=banned",
            ],
            service.Requests
        );
    }

    [Fact]
    public async Task SeveralUnknownStatuses_AreNamedEach()
    {
        await using var service = await TestService.StartAsync(4);
        string[] statuses = ["baned", "banned", "limited"];

        var error = await Assert.ThrowsAsync<ProfilesInvalidRequestException>(async () =>
            await service.Query().CountAsync(p => statuses.Contains(p.EnforcementStatus.ToString()))
        );

        Assert.Contains("\"baned\"", error.Message);
        Assert.Contains("\"limited\"", error.Message);
        Assert.DoesNotContain("EnforcementStatus \"banned\"", error.Message);
    }

    [Fact]
    public async Task UnknownStatusInMemory_MeansThatTextAlone()
    {
        string[] texts = ["frozen", "Banned", "banned", "FROZEN"];
        var profiles = ProfileQuery.FromItems(
            texts.Select(text => new UserProfile { Id = text, EnforcementStatus = text })
        );

        Assert.Equal("frozen", (await profiles.SingleAsync(p => p.EnforcementStatus == "frozen")).Id);
        Assert.Equal("Banned", (await profiles.SingleAsync(p => p.EnforcementStatus == "Banned")).Id);
        Assert.Equal("FROZEN", (await profiles.SingleAsync(p => p.EnforcementStatus.ToString() == "FROZEN")).Id);
        Assert.False(await profiles.AnyAsync(p => p.EnforcementStatus == "baned"));
    }

    [Fact]
    public async Task RejectionOfKnownStatuses_IsTheServicesOwn()
    {
        await using var service = await TestService.StartAsync(4);

        var error = await Assert.ThrowsAsync<ProfilesInvalidRequestException>(async () =>
            await service.Query().Where(p => p.EnforcementStatus == "banned").FromPage("damaged").ToListAsync()
        );

        Assert.DoesNotContain("does not know", error.Message);
    }
}
