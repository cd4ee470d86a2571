using FluentProfiles.Tests.Http;

namespace FluentProfiles.Tests.Writing.Bulk;

/// <summary>The order decides which profiles a bulk write with <c>Take</c> changes.</summary>
public sealed class OrderBeforeWriteTests
{
    private static readonly Func<ProfileQuery<UserProfile>, ProfileQuery<UserProfile>>[] Queries =
    [
        query => query.OrderBy(p => p.CreatedAt).Take(1),
        query => query.OrderBy().Take(1),
        query => query.Reverse().Take(1),
        query => query.OrderBy(p => p.CreatedAt).Take(5).Take(1),
        query => query.OrderBy(p => p.CreatedAt).Take(2),
        query => query.OrderBy(p => p.CreatedAt).Skip(1).Take(1),
    ];

    public static TheoryData<int, bool> Cases
    {
        get
        {
            TheoryData<int, bool> cases = [];
            for (var query = 0; query < Queries.Length; query++)
            {
                cases.Add(query, false);
                cases.Add(query, true);
            }
            return cases;
        }
    }

    [Theory]
    [MemberData(nameof(Cases))]
    public async Task OrderDroppedOnTheWay_WritesNothing(int query, bool verifies)
    {
        await using var service = await TestService.StartAsync(5);
        var intermediary = new Intermediary
        {
            Address = address => address.Replace("&order=asc", "", StringComparison.Ordinal),
        };
        using var client = intermediary.Client(service);

        var failure = await Assert.ThrowsAsync<ProfilesBulkWriteException>(() =>
            Queries[query](client.Query()).ExecuteDeleteAsync(new() { VerifyEach = verifies })
        );

        Assert.IsType<ProfilesProtocolException>(failure.InnerException);
        Assert.Empty(service.WrittenIds());
    }

    [Fact]
    public async Task OldestProfile_IsWrittenAndTheNextOneOnlyRead()
    {
        await using var service = await TestService.StartAsync(5);

        var report = await service.Query().OrderBy(p => p.CreatedAt).Take(1).ExecuteDeleteAsync();

        Assert.Equal((1, 1, 0, 0, 0), report.Counts());
        Assert.Equal(
            [
                "GET /v1/user_profiles?limit=2&order=asc&order_by=created_at",
                $"DELETE /v1/user_profiles/{TestProfiles.IdOf(0)}",
            ],
            service.Requests
        );
    }
}
