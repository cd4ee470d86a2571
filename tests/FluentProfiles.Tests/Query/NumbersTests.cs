namespace FluentProfiles.Tests.Query;

/// <summary>Sums, averages and counts by key.</summary>
public sealed class NumbersTests
{
    private static readonly UserProfile[] Three =
    [
        new()
        {
            Id = "uprof_1",
            Name = "Ada",
            Metadata = new() { ["plan"] = "pro", ["seats"] = "2" },
        },
        new()
        {
            Id = "uprof_2",
            Name = null,
            Metadata = new() { ["plan"] = "PRO" },
        },
        new()
        {
            Id = "uprof_3",
            Name = "Grace",
            Metadata = new() { ["seats"] = "5" },
        },
    ];

    private static ProfileQuery<UserProfile> Query => ProfileQuery.FromItems(Three);

    [Fact]
    public async Task Sum_HasTheTypesOfLinq()
    {
        Assert.Equal(8, await Query.SumAsync(p => p.Name!.Length));
        Assert.Equal(8L, await Query.SumAsync(p => (long)p.Name!.Length));
        Assert.Equal(8f, await Query.SumAsync(p => (float)p.Name!.Length));
        Assert.Equal(8d, await Query.SumAsync(p => (double)p.Name!.Length));
        Assert.Equal(8m, await Query.SumAsync(p => (decimal)p.Name!.Length));
        Assert.Equal(8, await Query.SumAsync(p => (int?)p.Name!.Length));
        Assert.Equal(8L, await Query.SumAsync(p => (long?)p.Name!.Length));
        Assert.Equal(8f, await Query.SumAsync(p => (float?)p.Name!.Length));
        Assert.Equal(8d, await Query.SumAsync(p => (double?)p.Name!.Length));
        Assert.Equal(8m, await Query.SumAsync(p => (decimal?)p.Name!.Length));
    }

    [Fact]
    public async Task Average_HasTheTypesOfLinqAndSkipsNulls()
    {
        Assert.Equal(8 / 3d, await Query.AverageAsync(p => p.Name!.Length));
        Assert.Equal(8 / 3d, await Query.AverageAsync(p => (long)p.Name!.Length));
        Assert.Equal(8 / 3f, await Query.AverageAsync(p => (float)p.Name!.Length));
        Assert.Equal(8 / 3d, await Query.AverageAsync(p => (double)p.Name!.Length));
        Assert.Equal(8 / 3m, await Query.AverageAsync(p => (decimal)p.Name!.Length));
        Assert.Equal(4d, await Query.AverageAsync(p => (int?)p.Name!.Length));
        Assert.Equal(4d, await Query.AverageAsync(p => (long?)p.Name!.Length));
        Assert.Equal(4f, await Query.AverageAsync(p => (float?)p.Name!.Length));
        Assert.Equal(4d, await Query.AverageAsync(p => (double?)p.Name!.Length));
        Assert.Equal(4m, await Query.AverageAsync(p => (decimal?)p.Name!.Length));
    }

    [Fact]
    public async Task QueriesOfNumbers_HaveBoth()
    {
        var lengths = Query.Select(p => p.Name!.Length);
        var known = Query.Select(p => (decimal?)p.Name!.Length);

        Assert.Equal((8, 8 / 3d), (await lengths.SumAsync(), await lengths.AverageAsync()));
        Assert.Equal((8m, 4m), (await known.SumAsync(), await known.AverageAsync()));
    }

    [Fact]
    public async Task NoItems_AreAsInLinq()
    {
        var none = ProfileQuery.FromItems([]);

        Assert.Equal(0, await none.SumAsync(p => p.Metadata.Count));
        Assert.Null(await none.AverageAsync(p => (int?)p.Metadata.Count));
        Assert.Empty(await none.CountByAsync(p => p.Name));
        await Assert.ThrowsAsync<InvalidOperationException>(async () => await none.AverageAsync(p => p.Metadata.Count));
    }

    [Fact]
    public async Task TooLargeSum_Throws() =>
        await Assert.ThrowsAsync<OverflowException>(async () => await Query.SumAsync(p => int.MaxValue));

    [Fact]
    public async Task CountBy_CountsNullKeysToo()
    {
        var plans = await Query.CountByAsync(p => p.Metadata["plan"]);
        var alike = await Query.CountByAsync(p => p.Metadata["plan"], StringComparer.OrdinalIgnoreCase!);

        Assert.Equal(3, plans.Count);
        Assert.Equal((1, 1, 1), (plans["pro"], plans["PRO"], plans[null]));
        Assert.Equal((2, 1), (alike["Pro"], alike[null]));
        Assert.False(plans.ContainsKey("free"));
        Assert.Throws<KeyNotFoundException>(() => plans["free"]);
        Assert.Equal([null, "PRO", "pro"], plans.Keys.Order(StringComparer.Ordinal));
        Assert.Equal(3, plans.Values.Sum());
    }

    [Fact]
    public async Task EveryPage_IsReadOnce()
    {
        await using var service = await TestService.StartAsync(250);
        var query = service.Query();

        var pairs = await query.SumAsync(p => p.Metadata.Count);
        var average = await query.AverageAsync(p => p.Metadata.Count);
        var statuses = await query.CountByAsync(p => p.EnforcementStatus, CancellationToken.None);
        var names = await query.ToDictionaryAsync(p => p.Id, p => p.Name, CancellationToken.None);

        var profiles = TestProfiles.Many(250);
        Assert.Equal((profiles.Sum(p => p.Metadata.Count), profiles.Average(p => p.Metadata.Count)), (pairs, average));
        Assert.Equal(
            profiles.CountBy(p => p.EnforcementStatus).OrderBy(pair => pair.Key.ToString()),
            statuses.OrderBy(pair => pair.Key.ToString())
        );
        Assert.Equal(profiles.ToDictionary(p => p.Id, p => p.Name), names);
        Assert.Equal(12, service.Requests.Count);
    }

    [Fact]
    public async Task KeyThatTheServiceDoesNotSortBy_IsNoMatter()
    {
        var byCountry = Query.OrderBy(p => p.ExternalUserDetails.Country);

        Assert.Equal(8, await byCountry.SumAsync(p => p.Name!.Length));
        Assert.Equal(8, await byCountry.Select(p => p.Name!.Length).SumAsync());
        Assert.Equal(3, (await byCountry.CountByAsync(p => p.Name)).Count);
    }

    [Fact]
    public async Task Cancellation_Cancels()
    {
        CancellationToken cancelled = new(canceled: true);

        await Assert.ThrowsAnyAsync<OperationCanceledException>(async () => await Query.SumAsync(p => 1, cancelled));
        await Assert.ThrowsAnyAsync<OperationCanceledException>(async () =>
            await Query.AverageAsync(p => 1, cancelled)
        );
        await Assert.ThrowsAnyAsync<OperationCanceledException>(async () =>
            await Query.CountByAsync(p => p.Name, cancelled)
        );
        await Assert.ThrowsAnyAsync<OperationCanceledException>(async () =>
            await Query.ElementAtOrDefaultAsync(1, cancelled)
        );
    }

    [Fact]
    public void NullSelectors_Throw()
    {
        Assert.Throws<ArgumentNullException>(() => Query.CountByAsync<string>(null!).AsTask().GetAwaiter().GetResult());
        Assert.Throws<ArgumentNullException>("numbers", () => _ = ((ProfileQuery<int>)null!).SumAsync());
    }
}
