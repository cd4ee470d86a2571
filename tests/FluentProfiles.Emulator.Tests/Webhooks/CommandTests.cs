using System.Net;
using System.Text.Json;

namespace FluentProfiles.Emulator.Tests.Webhooks;

/// <summary>The same over HTTP, for tests in other languages.</summary>
public sealed class CommandTests
{
    private const string Profile = "/emulator/user_profiles/uprof_0003";

    [Theory]
    [InlineData("?")]
    [InlineData("?now=1")]
    [InlineData("?a=b/c&d=%3F")]
    public async Task Query_IsIgnored(string query)
    {
        await using var hooked = await HookedService.StartAsync();

        var enrolled = await SendAsync(
            hooked,
            HttpMethod.Post,
            $"{Profile}/programs/cyber{query}",
            """{"status":"active"}"""
        );
        var flushed = await SendAsync(hooked, HttpMethod.Post, $"/emulator/webhooks/flush{query}");

        Assert.Equal((200, 204), (enrolled.Status, flushed.Status));
        Assert.Single(hooked.Receiver.Events);
    }

    [Fact]
    public async Task Commands_DoAndPostWhatTheMethodsDo()
    {
        await using var hooked = await HookedService.StartAsync();

        var opened = await SendAsync(
            hooked,
            HttpMethod.Post,
            $"{Profile}/enforcement_actions",
            """{"type":"ban","reason":"fraud_or_abuse","action":null,"expires_at":"2027-01-01T00:00:00+01:00"}"""
        );
        var action = opened.Body.GetProperty("id").GetString()!;
        var banned = hooked.Emulator.Profiles.Single(p => p.Id == "uprof_0003");
        var resolved = await SendAsync(hooked, HttpMethod.Delete, $"{Profile}/enforcement_actions/{action}");
        var enrolled = await SendAsync(hooked, HttpMethod.Post, $"{Profile}/programs/cyber", """{"status":"active"}""");
        var gone = await SendAsync(hooked, HttpMethod.Post, $"{Profile}/programs/cyber", """{"status":null}""");
        var flushed = await SendAsync(hooked, HttpMethod.Post, "/emulator/webhooks/flush");

        Assert.Equal("2026-12-31T23:00:00Z", opened.Body.GetProperty("expires_at").GetString());
        Assert.Equal("fraud_or_abuse", opened.Body.GetProperty("reason").GetString());
        Assert.Equal(EnforcementStatus.Banned, banned.EnforcementStatus);
        Assert.Equal("unrestricted", resolved.Body.GetProperty("enforcement_status").GetString());
        var cyber = enrolled.Body.GetProperty("programs").GetProperty("cyber");
        Assert.Equal("active", cyber.GetProperty("tiers").GetProperty("a").GetProperty("status").GetString());
        Assert.Equal(JsonValueKind.Null, gone.Body.GetProperty("programs").GetProperty("cyber").ValueKind);
        Assert.Equal(204, flushed.Status);
        Assert.Equal(
            "opened resolved updated updated",
            string.Join(' ', hooked.Receiver.Events.Select(received => received.Type.ToString().Split('_')[^1]))
        );
    }

    [Fact]
    public async Task Url_IsSetForWhatFollows()
    {
        await using var hooked = await HookedService.StartAsync();
        var url = hooked.Emulator.WebhookUrl;

        Assert.Equal(204, (await SendAsync(hooked, HttpMethod.Put, "/emulator/webhooks", """{"url":null}""")).Status);
        Assert.Null(hooked.Emulator.WebhookUrl);
        hooked.Emulator.OpenEnforcementAction("uprof_0001");
        var back = await SendAsync(hooked, HttpMethod.Put, "/emulator/webhooks", $$"""{"url":"{{url}}"}""");
        hooked.Emulator.OpenEnforcementAction("uprof_0002");
        var remote = await SendAsync(hooked, HttpMethod.Put, "/emulator/webhooks", """{"url":"http://example.com"}""");
        await hooked.FlushAsync();

        Assert.Equal((204, 400), (back.Status, remote.Status));
        Assert.Equal("uprof_0002", hooked.Receiver.Profiles);
        Assert.Equal(url, hooked.Emulator.WebhookUrl);
    }

    [Fact]
    public async Task OpenWithoutABody_SetsEverything()
    {
        await using var hooked = await HookedService.StartAsync();

        var opened = await SendAsync(hooked, HttpMethod.Post, $"{Profile}/enforcement_actions");

        Assert.Equal((200, "restriction"), (opened.Status, opened.Body.GetProperty("type").GetString()));
    }

    [Fact]
    public async Task Commands_AreNoRequestsOfTheService()
    {
        await using var hooked = await HookedService.StartAsync(
            new()
            {
                Faults = new() { Statuses = { [500] = 1 } },
                Intercept = _ => EmulatorResponse.Error(403, "permission_error", "Never"),
                BeforeResponse = (_, ct) => Task.Delay(Timeout.Infinite, ct),
            }
        );

        var reply = await SendAsync(hooked, HttpMethod.Post, $"{Profile}/enforcement_actions");

        Assert.Equal(200, reply.Status);
        Assert.Empty(hooked.Emulator.Requests);
    }

    public static TheoryData<string, string, string?, int> Wrong =>
        new()
        {
            { "POST", "/emulator/user_profiles/uprof_none/enforcement_actions", null, 404 },
            { "DELETE", $"{Profile}/enforcement_actions/enac_none", null, 404 },
            { "POST", $"{Profile}/programs/biology", """{"status":"active"}""", 404 },
            { "POST", "/emulator/", null, 404 },
            { "POST", "/emulator/webhooks", null, 404 },
            { "PUT", "/emulator/webhooks", null, 400 },
            { "PUT", "/emulator/webhooks", "{}", 400 },
            { "PUT", "/emulator/webhooks", """{"url":"hooks"}""", 400 },
            { "GET", "/emulator/webhooks/flush", null, 404 },
            { "PUT", $"{Profile}/enforcement_actions", null, 404 },
            { "POST", $"{Profile}/enforcement_actions/", null, 404 },
            { "POST", $"{Profile}/enforcement_actions", "[]", 400 },
            { "POST", $"{Profile}/enforcement_actions", "{", 400 },
            { "POST", $"{Profile}/enforcement_actions", """{"typ":"ban"}""", 400 },
            { "POST", $"{Profile}/enforcement_actions", """{"type":7}""", 400 },
            { "POST", $"{Profile}/enforcement_actions", """{"expires_at":"soon"}""", 400 },
            { "POST", $"{Profile}/enforcement_actions", """{"opened_at":"2026-11-28"}""", 400 },
            { "POST", $"{Profile}/enforcement_actions", """{"opened_at":"2026-11-28T18:00:00"}""", 400 },
            { "POST", $"{Profile}/enforcement_actions", """{"opened_at":"2026-11-28T18:00Z"}""", 400 },
            { "POST", $"{Profile}/programs/cyber", null, 400 },
            { "POST", $"{Profile}/programs/cyber", "{}", 400 },
            { "POST", $"{Profile}/programs/cyber", """{"status":true}""", 400 },
            { "POST", $"{Profile}/programs/cyber", """{"status":"active","tier":"a"}""", 400 },
        };

    [Theory]
    [MemberData(nameof(Wrong))]
    public async Task WrongCommand_IsAnErrorOfTheServicesForm(string method, string path, string? body, int status)
    {
        await using var hooked = await HookedService.StartAsync();

        var reply = await SendAsync(hooked, new(method), path, body);

        Assert.Equal((status, "error"), (reply.Status, reply.Body.GetProperty("type").GetString()));
        await hooked.FlushAsync();
        Assert.Empty(hooked.Receiver.Events);
    }

    [Fact]
    public async Task Commands_NeedTheKey()
    {
        await using var hooked = await HookedService.StartAsync(new() { ApiKey = "the-key" });

        Assert.Equal(401, (await SendAsync(hooked, HttpMethod.Post, $"{Profile}/enforcement_actions")).Status);
        Assert.Equal(
            200,
            (await SendAsync(hooked, HttpMethod.Post, $"{Profile}/enforcement_actions", key: "the-key")).Status
        );
        Assert.Equal(401, (await SendAsync(hooked, HttpMethod.Post, "/emulator/webhooks/flush", key: "")).Status);
    }

    private static async Task<(int Status, JsonElement Body)> SendAsync(
        HookedService hooked,
        HttpMethod method,
        string path,
        string? body = null,
        string key = "any-key"
    )
    {
        using HttpClient client = new(new SocketsHttpHandler { UseProxy = false });
        using HttpRequestMessage request = new(method, hooked.Emulator.BaseUrl + path);
        request.Headers.Add("x-api-key", key);
        request.Content = body is null ? null : new StringContent(body);
        using var response = await client.SendAsync(request);
        var text = await response.Content.ReadAsStringAsync();
        return (
            (int)response.StatusCode,
            response.StatusCode == HttpStatusCode.NoContent ? default : JsonDocument.Parse(text).RootElement
        );
    }
}
