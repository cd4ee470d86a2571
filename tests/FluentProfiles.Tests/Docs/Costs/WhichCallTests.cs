using FluentProfiles.Tests.Docs.Pages;

namespace FluentProfiles.Tests.Docs.Costs;

public sealed class WhichCallTests
{
    /// <summary>What answers the million is no emulator; this holds it against one.</summary>
    [Fact]
    public async Task Requests_AreThoseOfTheEmulator()
    {
        const int count = 3_000;
        await using var service = await TestService.StartAsync([
            .. Enumerable.Range(0, count).Select(number => MinuteCustomers.One(number, count)),
        ]);

        var expected = await WhichCall.RequestsAsync(count, () => NewClient(service));

        Assert.Equal(expected, await WhichCall.RequestsAsync(count, () => CustomerListing.Serve(count)));
    }

    /// <summary>Measures while other tests run, so that <see cref="DocPageTests"/>, which run alone, need not wait.</summary>
    [Fact]
    public void Table_HasARowForEachCall()
    {
        var rows = WhichCall.Table.Value.Split('\n');

        Assert.Equal(WhichCall.Of(null!, 1).Count + 2, rows.Length);
        Assert.EndsWith("| 10 | 1,000 | 10,000 |", rows[^1], StringComparison.Ordinal);
    }

    private static (ProfilesClient Client, Func<int> Requests) NewClient(TestService service)
    {
        service.Emulator.ClearRequests();
        return (
            new(new() { ApiKey = TestService.Key, BaseUrl = service.Emulator.BaseUrl }),
            () => service.Requests.Count
        );
    }
}
