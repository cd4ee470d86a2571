using System.Net;
using System.Net.Http.Json;
using System.Net.ServerSentEvents;
using System.Text.Json;
using Mirror.Serving;

namespace FluentProfiles.Samples.Tests.FrontDoor;

public sealed class LiveFeedTests(FilledDoor filled) : IClassFixture<FilledDoor>
{
    private readonly OpenFrontDoor door = filled.Door;

    [Theory]
    [InlineData("restrict", "changed", "EnforcementStatus")]
    [InlineData("rename", "changed", "Name")]
    [InlineData("delete", "removed", null)]
    public async Task Act_IsAChangeOfTheFeed(string kind, string change, string? field)
    {
        var id = await UnrestrictedAsync();
        await using var feed = FollowAsync(null).GetAsyncEnumerator();
        await NextAsync(feed, "freshness");

        Assert.Equal(HttpStatusCode.NoContent, await ActAsync(id, kind));
        var seen = await ChangeOfAsync(feed, id);

        Assert.Equal(change, seen.Kind);
        Assert.Equal(field is null, !seen.Fields.Contains(field));
        Assert.Equal(kind == "delete", seen.Customer is null);
    }

    [Fact]
    public async Task ReaderWhoComesBack_LosesNoChangeAndGetsNoneTwice()
    {
        var ids = new[] { await UnrestrictedAsync(), await UnrestrictedAsync(1), await UnrestrictedAsync(2) };
        string last;
        await using (var feed = FollowAsync(null).GetAsyncEnumerator())
            last = (await NextAsync(feed, "freshness")).EventId!;
        foreach (var id in ids)
            await ActAsync(id, "rename");

        await using var again = FollowAsync(last).GetAsyncEnumerator();
        List<string> seen = [];
        while (seen.Count < ids.Length)
            seen.Add(Read((await NextAsync(again, "change")).Data).Id);

        Assert.Equal(ids, seen);
    }

    [Theory]
    [InlineData("damaged")]
    [InlineData("a\u00E9\"'<>")]
    public async Task UnknownPosition_StartsWithTheNextChange(string after)
    {
        var id = await UnrestrictedAsync();
        await using var feed = FollowAsync(null, after).GetAsyncEnumerator();
        await NextAsync(feed, "freshness");

        await ActAsync(id, "rename");

        Assert.Equal("changed", (await ChangeOfAsync(feed, id)).Kind);
    }

    [Theory]
    [InlineData("uprof_01AAAAAAAAAAAAAAAAAAAAAA", "restrict", HttpStatusCode.NotFound)]
    [InlineData("uprof_01AAAAAAAAAAAAAAAAAAAAAA", "lift", HttpStatusCode.NotFound)]
    [InlineData("uprof_01AAAAAAAAAAAAAAAAAAAAAA", "delete", HttpStatusCode.NotFound)]
    [InlineData("uprof_01AAAAAAAAAAAAAAAAAAAAAA", "promote", HttpStatusCode.BadRequest)]
    public async Task WrongAct_IsRefused(string id, string kind, HttpStatusCode status) =>
        Assert.Equal(status, await ActAsync(id, kind));

    [Fact]
    public async Task RealService_IsNotActedOn()
    {
        await using var real = await OpenFrontDoor.StartAsync(new() { Count = 1 }, isEmulated: false);
        var id = real.Emulator.Profiles.Single().Id;

        var answer = await real.Http.PostAsJsonAsync($"/api/customers/{id}/acts", new Act("delete", null));

        Assert.Equal(HttpStatusCode.NotFound, answer.StatusCode);
        Assert.Single(real.Emulator.Profiles);
        Assert.False((await real.Http.GetFromJsonAsync<Overview>("/api/overview"))!.IsEmulated);
    }

    private async Task<string> UnrestrictedAsync(int skip = 0) =>
        await door
            .Mirror.Query()
            .Where(p => p.EnforcementStatus == EnforcementStatus.Unrestricted)
            .Select(p => p.Id)
            .ElementAtAsync(skip);

    private async Task<HttpStatusCode> ActAsync(string id, string kind) =>
        (
            await door.Http.PostAsJsonAsync($"/api/customers/{id}/acts", new Act(kind, $"Renamed {Guid.NewGuid()}"))
        ).StatusCode;

    private async IAsyncEnumerable<SseItem<string>> FollowAsync(string? last, string after = "")
    {
        using HttpRequestMessage request = new(HttpMethod.Get, $"/api/feed?after={Uri.EscapeDataString(after)}");
        if (last is not null)
            request.Headers.Add("Last-Event-ID", last);
        using var response = await door.Http.SendAsync(request, HttpCompletionOption.ResponseHeadersRead);
        await using var body = await response.EnsureSuccessStatusCode().Content.ReadAsStreamAsync();
        await foreach (var item in SseParser.Create(body).EnumerateAsync())
            yield return item;
    }

    private static async Task<SseItem<string>> NextAsync(IAsyncEnumerator<SseItem<string>> feed, string type)
    {
        do Assert.True(await feed.MoveNextAsync().AsTask().WaitAsync(TimeSpan.FromSeconds(30)));
        while (feed.Current.EventType != type);
        return feed.Current;
    }

    private static async Task<LiveChange> ChangeOfAsync(IAsyncEnumerator<SseItem<string>> feed, string id)
    {
        LiveChange change;
        do change = Read((await NextAsync(feed, "change")).Data);
        while (change.Id != id);
        return change;
    }

    private static LiveChange Read(string json) =>
        JsonSerializer.Deserialize<LiveChange>(json, JsonSerializerOptions.Web)!;
}
