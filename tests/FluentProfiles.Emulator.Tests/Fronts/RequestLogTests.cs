using System.Net;
using FluentProfiles.Emulator.Fronts;

namespace FluentProfiles.Emulator.Tests.Fronts;

/// <summary>The log of an emulator that runs for long stays small, and holds no request of a stranger.</summary>
public sealed class RequestLogTests
{
    [Fact]
    public void Entries_AreTheLatest()
    {
        BoundedLog<int> log = new(_ => 0);

        for (var i = 0; i < BoundedLog<int>.MostEntries + 5; i++)
            log.Add(i);

        Assert.Equal(Enumerable.Range(5, BoundedLog<int>.MostEntries), log.Snapshot());
    }

    [Fact]
    public async Task LargeBodies_RemoveOlderOnes()
    {
        await using var emulator = ProfileEmulator.Create(new() { Count = 1 });
        using HttpClient client = new(emulator.CreateHandler());
        client.DefaultRequestHeaders.Add("x-api-key", "any-key");
        var body = new string(' ', 1_000_000);

        for (var i = 0; i < 40; i++)
            await client.PostAsync($"{emulator.BaseUrl}/v1/user_profiles?i={i}", new StringContent(body));

        var kept = emulator.Requests;
        Assert.Equal(16, kept.Count);
        Assert.Equal("/v1/user_profiles?i=39", kept[^1].PathAndQuery);
        Assert.All(kept, request => Assert.Equal(400, request.Status));
        emulator.ClearRequests();
        Assert.Empty(emulator.Requests);
        await client.PostAsync(emulator.BaseUrl + "/v1/user_profiles", new StringContent("{}"));
        Assert.Single(emulator.Requests);
    }

    [Theory]
    [InlineData(null, null)]
    [InlineData("Authorization", "")]
    [InlineData("Authorization", "Bearer ")]
    [InlineData("Authorization", "Basic YTpi")]
    [InlineData("x-api-key", "")]
    public async Task RequestWithoutAKey_IsNotKept(string? name, string? value)
    {
        List<EmulatorRequest> answered = [];
        await using var emulator = await ProfileEmulator.StartAsync(new() { Count = 1, Answered = answered.Add });
        using HttpClient client = new();
        if (name is not null)
            client.DefaultRequestHeaders.TryAddWithoutValidation(name, value);

        using var response = await client.GetAsync(emulator.BaseUrl + "/v1/user_profiles");

        Assert.Equal(HttpStatusCode.Unauthorized, response.StatusCode);
        Assert.Empty(emulator.Requests);
        Assert.Single(answered);
    }

    [Fact]
    public async Task RequestWithTheWrongKey_IsKept()
    {
        await using var emulator = await ProfileEmulator.StartAsync(new() { Count = 1, ApiKey = "right" });
        using HttpClient client = new();
        client.DefaultRequestHeaders.Add("x-api-key", "wrong");

        await client.GetAsync(emulator.BaseUrl + "/v1/user_profiles");

        Assert.Equal(401, Assert.Single(emulator.Requests).Status);
    }
}
