using Microsoft.Extensions.Time.Testing;

namespace FluentProfiles.Tests.Writing.Bulk;

/// <summary>What is refused before anything is sent.</summary>
public sealed class BulkGuardTests
{
    private static readonly Func<ProfileQuery<UserProfile>, ProfileQuery<UserProfile>>[] UnboundedQueries =
    [
        query => query,
        query => query.OrderBy(p => p.Name),
        query => query.Skip(2),
        query => query.WithDetails(),
        query => query.Where(p => true),
        query => query.Where(p => NoFilter == null || p.Name == NoFilter),
        query => query.WithPageSize(10).WithBeta(AnthropicBeta.UserProfiles2026_09_04).FromPage("x"),
    ];

    private static readonly Func<ProfileQuery<UserProfile>, ProfileQuery<UserProfile>>[] BoundedQueries =
    [
        query => query.Take(3),
        query => query.Where(p => p.Name != null),
        query => query.WhereOnClient(p => p.Name is not null),
        query => query.Where(p => p.Id == "uprof_000001"),
        query => query.Where(p => p.CreatedAt > TestProfiles.Start),
        query => query.Where(p => p.EnforcementStatus == EnforcementStatus.Banned),
        query => query.Where(p => false),
    ];

    private static string? NoFilter => null;

    public static TheoryData<int> Unbounded => [.. Enumerable.Range(0, UnboundedQueries.Length)];

    public static TheoryData<int> Bounded => [.. Enumerable.Range(0, BoundedQueries.Length)];

    [Theory]
    [MemberData(nameof(Unbounded))]
    public async Task NothingBoundsTheQuery_ThrowsBeforeSending(int number)
    {
        await using var service = await TestService.StartAsync(5);
        var query = UnboundedQueries[number](service.Query());

        await Assert.ThrowsAsync<InvalidOperationException>(() => query.ExecuteDeleteAsync());
        await Assert.ThrowsAsync<InvalidOperationException>(() => query.ExecuteUpdateAsync(c => c.SetName("x"), new()));

        Assert.Empty(service.Requests);
    }

    [Theory]
    [MemberData(nameof(Bounded))]
    public async Task SomethingBoundsTheQuery_Runs(int number)
    {
        await using var service = await TestService.StartAsync(5);
        var query = BoundedQueries[number](service.Query());
        var expected = await query.CountAsync();

        Assert.Equal(expected, (await query.ExecuteDeleteAsync()).Written);
    }

    [Fact]
    public async Task AllowAll_Runs()
    {
        await using var service = await TestService.StartAsync(5);

        Assert.Equal(5, (await service.Query().ExecuteDeleteAsync(new() { AllowAll = true })).Written);
    }

    [Fact]
    public async Task Select_Throws()
    {
        await using var service = await TestService.StartAsync(5);
        var query = service.Query().Take(1).Select(p => new UserProfile { Id = p.Name! });

        var failure = await Assert.ThrowsAsync<UnsupportedQueryException>(() => query.ExecuteDeleteAsync());

        Assert.Contains("Select(", failure.Message, StringComparison.Ordinal);
        Assert.Empty(service.Requests);
    }

    [Fact]
    public async Task SelectOfTheProfileItself_Runs()
    {
        await using var service = await TestService.StartAsync(5);

        Assert.Equal(1, (await service.Query().Take(1).Select(p => p).ExecuteDeleteAsync()).Written);
    }

    [Fact]
    public async Task FieldThatTheShapeDoesNotAccept_ThrowsBeforeSending()
    {
        await using var service = await TestService.StartAsync(5);
        var query = service.Query().Take(1);

        await Assert.ThrowsAsync<ProfilesConfigurationException>(() =>
            query.ExecuteUpdateAsync(c => c.Set(p => p.ExternalId, "x"))
        );
        await Assert.ThrowsAsync<ProfilesConfigurationException>(() =>
            query
                .WithBeta(AnthropicBeta.UserProfiles2026_03_24)
                .ExecuteUpdateAsync(c => c.Set(p => p.ExternalUserDetails.Country, "DE"))
        );
        Assert.Empty(service.Requests);
    }

    [Fact]
    public void FieldThatCannotBeWritten_Throws()
    {
        var other = TestProfiles.One(1);
        var query = ProfileQuery.FromItems([]).Take(1);

        void Refused<T>(System.Linq.Expressions.Expression<Func<UserProfile, T?>> field) =>
            Assert.Throws<UnsupportedQueryException>(() =>
            {
                _ = query.PreviewUpdateAsync(c => c.Set(field, p => default));
            });

        Refused(p => p.EnforcementStatus);
        Refused(p => p.Id);
        Refused(p => p.Metadata);
        Refused(p => p.Metadata["x"]);
        Refused(p => p.ExternalUserDetails);
        Refused(p => p.Name!.Length);
        Refused(p => other.Name);
        Refused(p => p.TrustGrants);
    }

    [Fact]
    public void SettersThatMakeNoSense_Throw()
    {
        var query = ProfileQuery.FromItems([]).Take(1);

        void Refused(Action<ProfileSetters> setters, string message) =>
            Assert.Contains(
                message,
                Assert
                    .ThrowsAny<ArgumentException>(() =>
                    {
                        _ = query.PreviewUpdateAsync(setters);
                    })
                    .Message,
                StringComparison.Ordinal
            );

        Refused(c => { }, "The update sets nothing");
        Refused(c => c.SetName("x").SetName(p => "y"), "Name is set twice");
        Refused(c => c.SetMetadata("a", "x").RemoveMetadata("a"), "Metadata[\"a\"] is set twice");
        Refused(c => c.SetName(new string('x', 256)), "Name has 256 characters");
        Refused(c => c.SetMetadata("a", new string('x', 513)), "Metadata[\"a\"] has 513 characters");
        Refused(c => c.SetMetadata("", "x"), "A key of Metadata has 0 characters");
        Refused(c => c.SetMetadata(new string('k', 65), p => "x"), "A key of Metadata has 65 characters");
        Refused(c => c.Set(p => p.ExternalUserDetails.Country, "fr"), "ExternalUserDetails.Country must be");
        Refused(c => c.SetMetadata("a", ""), "Metadata[\"a\"] is empty");
        Refused(c => c.SetMetadata("a", (string)null!), "Call RemoveMetadata to clear");
        Refused(c => c.SetName((string)null!), "Call Clear");
        Refused(c => c.Set(p => p.AccessType, default(AccessType)), "The value is null");
        Refused(c => c.Clear(p => p.ExternalUserDetails.Country), "ExternalUserDetails.Country can't be cleared");
        Refused(c => c.ClearName().SetName("x"), "Name is set twice");
    }

    [Fact]
    public async Task MomentAhead_FailsByTheClientsClock()
    {
        var clock = new FakeTimeProvider(TestProfiles.Start);
        await using var service = await TestService.StartAsync(
            TestProfiles.Many(1),
            configureClient: options => options.TimeProvider = clock
        );
        DateTimeOffset? ahead = TestProfiles.Start.AddSeconds(61);

        var report = await service
            .Query()
            .Take(1)
            .ExecuteUpdateAsync(c => c.Set(p => p.ExternalUserDetails.OnboardedAt, ahead));

        Assert.Equal((1, 0, 0, 1, 0), report.Counts());
    }

    [Fact]
    public void ConcurrencyBelowOne_Throws() =>
        Assert.Throws<ArgumentOutOfRangeException>(
            nameof(BulkWriteOptions.Concurrency),
            () => new BulkWriteOptions { Concurrency = 0 }
        );
}
