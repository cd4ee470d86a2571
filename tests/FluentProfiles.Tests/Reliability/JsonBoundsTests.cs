using System.Globalization;
using FluentProfiles.Emulator;

namespace FluentProfiles.Tests.Reliability;

/// <summary>An object, map or list with many times more than any shape has is refused while it is read, before it has become
/// many times its size in memory.</summary>
[Collection(AloneCollection.Name)]
public sealed class JsonBoundsTests
{
    private const int Most = 1_000;

    private const int Many = 1_000_000;

    private static readonly Dictionary<string, Func<int, string>> Places = new()
    {
        ["metadata"] = count => "\"metadata\":{" + Members(count, "\"v\"") + "}",
        ["trust grants"] = count => "\"trust_grants\":{" + Members(count, "{}") + "}",
        ["tiers"] = count => "\"programs\":{\"cyber\":{\"tiers\":{" + Members(count, "{}") + "}}}",
        ["features"] = count => "\"programs\":{\"efs\":{\"features\":{" + Members(count, "{}") + "}}}",
        ["actions"] = count => "\"enforcement_actions\":[" + string.Join(',', Enumerable.Repeat("{}", count)) + "]",
        ["members of a profile"] = count => Members(count - 2, "0"),
        ["members of a part"] = count => "\"external_user_details\":{" + Members(count, "null") + "}",
    };

    public static TheoryData<string> Names => [.. Places.Keys];

    [Theory]
    [MemberData(nameof(Names))]
    public async Task AsManyAsAllowed_AreRead(string place) => Assert.Null(await FailureAsync(Places[place](Most)));

    [Theory]
    [MemberData(nameof(Names))]
    public async Task OneMore_IsRefused(string place)
    {
        var failure = await FailureAsync(Places[place](Most + 1));

        Assert.Contains("more than 1000", Assert.IsType<ProfilesProtocolException>(failure).Message);
    }

    [Theory]
    [MemberData(nameof(Names))]
    public async Task AMillion_CostLittleMoreThanTheirBytes(string place)
    {
        var members = Places[place](Many);
        var before = GC.GetTotalAllocatedBytes(precise: true);

        var failure = await FailureAsync(members);

        Assert.IsType<ProfilesProtocolException>(failure);
        // The emulator's answer and its copies, the buffer that grows, and little else.
        Assert.InRange(GC.GetTotalAllocatedBytes(precise: true) - before, 0, 12L * members.Length);
    }

    private static async Task<Exception?> FailureAsync(string members)
    {
        await using var emulator = ProfileEmulator.Create(new() { Count = 0 });
        emulator.Intercept = _ =>
            EmulatorResponse.Json(
                200,
                "{\"data\":[{\"id\":\"x\",\"created_at\":\"2026-05-01T00:00:00Z\"," + members + "}],\"next_page\":null}"
            );
        using HttpClient http = new(emulator.CreateHandler());
        using ProfilesClient client = new(
            new()
            {
                BaseUrl = emulator.BaseUrl,
                ApiKey = TestService.Key,
                MaxPageBytes = 64 << 20,
            },
            http
        );
        return await Record.ExceptionAsync(async () => await client.Query().ToListAsync());
    }

    private static string Members(int count, string value) =>
        string.Join(
            ',',
            Enumerable
                .Range(0, count)
                .Select(number => string.Create(CultureInfo.InvariantCulture, $"\"k{number}\":{value}"))
        );
}
