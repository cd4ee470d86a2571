using System.Net;

namespace FluentProfiles.Emulator.Tests.Fronts;

/// <summary>What tests of others hold on to: the log, the interception, the gate, the handler without sockets.</summary>
public sealed class SeamTests
{
    [Fact]
    public async Task Requests_AreLoggedAsSent()
    {
        await using var service = await Service.StartAsync();
        await service.ListAsync("limit=50&enforcement_status%5B%5D=banned");
        await service.PostAsync("", """{"name":"é"}""", "user-profiles-billing-2026-10-01");
        await service.GetAsync("uprof%2Fnone");
        var requests = service.Emulator.Requests;
        Assert.Equal(["GET", "POST", "GET"], requests.Select(request => request.Method));
        Assert.Equal(
            [
                "/v1/user_profiles?limit=50&enforcement_status%5B%5D=banned",
                "/v1/user_profiles",
                "/v1/user_profiles/uprof%2Fnone",
            ],
            requests.Select(request => request.PathAndQuery)
        );
        Assert.Equal([200, 200, 404], requests.Select(request => request.Status));
        Assert.Equal("""{"name":"é"}""", requests[1].Body);
        Assert.Equal("user-profiles-billing-2026-10-01", requests[1].Headers["ANTHROPIC-beta"]);
        service.Emulator.ClearRequests();
        Assert.Empty(service.Emulator.Requests);
    }

    // 127.0.0.2 is this machine, too, but not the address that is listened on.
    [Fact]
    public async Task Address_IsLoopbackUnlessToldOtherwise()
    {
        await using var alone = await ProfileEmulator.StartAsync(new() { Count = 1 });
        await using var open = await ProfileEmulator.StartAsync(new() { Count = 1, Address = IPAddress.Any });
        using HttpClient client = new();

        Assert.StartsWith("http://127.0.0.1:", open.BaseUrl);
        Assert.Equal(HttpStatusCode.Unauthorized, (await client.GetAsync(PagesOf(open.BaseUrl))).StatusCode);
        Assert.Equal(HttpStatusCode.Unauthorized, (await client.GetAsync(PagesOf(Elsewhere(open)))).StatusCode);
        await Assert.ThrowsAsync<HttpRequestException>(() => client.GetAsync(PagesOf(Elsewhere(alone))));

        static string PagesOf(string address) => address + "/v1/user_profiles";
        static string Elsewhere(ProfileEmulator emulator) => emulator.BaseUrl.Replace("127.0.0.1", "127.0.0.2");
    }

    [Fact]
    public async Task Intercept_AnswersInPlaceOfTheEmulator()
    {
        await using var service = await Service.StartAsync();
        service.Emulator.Intercept = request =>
            request.Method == "DELETE"
                ? EmulatorResponse.Error(529, "overloaded_error", "busy").WithHeader("retry-after", "1")
                : null;
        var reply = await service.DeleteAsync("uprof_1");
        Assert.Equal(529, reply.Status);
        Assert.Equal("overloaded_error", reply.ErrorType);
        Assert.Equal("1", reply.Headers.GetValues("retry-after").Single());
        Assert.Equal(529, service.Emulator.Requests.Single().Status);
        Assert.Equal(200, (await service.ListAsync()).Status);
    }

    [Fact]
    public async Task InterceptedText_IsSentAsItStands()
    {
        await using var emulator = await ProfileEmulator.StartAsync(
            new() { Count = 1, Intercept = _ => EmulatorResponse.Text(502, "<html>", "text/html") }
        );
        using HttpClient client = new();
        using var response = await client.GetAsync(emulator.BaseUrl + "/anything");
        Assert.Equal(HttpStatusCode.BadGateway, response.StatusCode);
        Assert.Equal("<html>", await response.Content.ReadAsStringAsync());
        Assert.False(response.Headers.Contains("request-id"));
    }

    [Fact]
    public async Task BeforeResponse_HoldsTheAnswerButNotTheLog()
    {
        await using var service = await Service.StartAsync();
        TaskCompletionSource arrived = new();
        TaskCompletionSource open = new();
        service.Emulator.BeforeResponse = (_, _) =>
        {
            arrived.SetResult();
            return open.Task;
        };
        var pending = service.ListAsync();
        await arrived.Task;
        Assert.Equal(0, service.Emulator.Requests.Single().Status);
        Assert.False(pending.IsCompleted);
        open.SetResult();
        Assert.Equal(200, (await pending).Status);
        Assert.Equal(200, service.Emulator.Requests.Single().Status);
    }

    [Fact]
    public async Task Handler_AnswersLikeTheSocket()
    {
        await using var service = await Service.StartAsync();
        using HttpClient client = new(service.Emulator.CreateHandler());
        using HttpRequestMessage request = new(
            HttpMethod.Get,
            "http://127.0.0.1/v1/user_profiles?limit=3&order_by=name"
        );
        request.Headers.Add("Authorization", "Bearer key");
        request.Headers.Add("anthropic-version", "2026-10-21");
        using var response = await client.SendAsync(request);
        var overSocket = await service.ListAsync("limit=3&order_by=name");
        Assert.Equal(overSocket.Body.GetRawText(), await response.Content.ReadAsStringAsync());
        Assert.True(response.Headers.Contains("request-id"));
        Assert.Equal("application/json", response.Content.Headers.ContentType!.MediaType);
        Assert.Equal("/v1/user_profiles?limit=3&order_by=name", service.Emulator.Requests[0].PathAndQuery);
    }

    [Fact]
    public async Task EmulatorWithoutSocket_AnswersItsHandler()
    {
        await using var emulator = ProfileEmulator.Create(new() { Count = 3 });
        using HttpClient client = new(emulator.CreateHandler());
        client.DefaultRequestHeaders.Add("x-api-key", "any-key");
        using var response = await client.PostAsync(emulator.BaseUrl + Service.Path, new StringContent("{}"));
        Assert.Equal(HttpStatusCode.BadRequest, response.StatusCode);
        Assert.Equal("{}", emulator.Requests.Single().Body);
    }

    [Fact]
    public void GivenProfilesWithOneId_AreRefused() =>
        Assert.Throws<ArgumentException>(() =>
            ProfileEmulator.Create(new() { Profiles = [Samples.Full, Samples.Full] })
        );

    [Fact]
    public async Task HttpRequestExceptionFromAHook_EndsTheConnection()
    {
        await using var service = await Service.StartAsync();
        service.Emulator.BeforeResponse = (_, _) => throw new HttpRequestException("cut");
        await Assert.ThrowsAsync<HttpRequestException>(() => service.ListAsync());
        using HttpClient client = new(service.Emulator.CreateHandler());
        await Assert.ThrowsAsync<HttpRequestException>(() => client.GetAsync("http://127.0.0.1/v1/user_profiles"));
    }

    [Fact]
    public async Task ContentLengthBeyondTheBody_EndsTheBodyTooSoon()
    {
        await using var service = await Service.StartAsync();
        service.Emulator.Intercept = _ => EmulatorResponse.Json(200, "{}").WithHeader("Content-Length", "50");
        await Assert.ThrowsAsync<HttpRequestException>(() => service.ListAsync());
    }

    [Fact]
    public async Task Cancellation_EndsAHeldRequest()
    {
        await using var emulator = ProfileEmulator.Create(
            new() { Count = 1, BeforeResponse = (_, ct) => Task.Delay(Timeout.Infinite, ct) }
        );
        using HttpClient client = new(emulator.CreateHandler());
        client.DefaultRequestHeaders.Add("x-api-key", "any-key");
        using CancellationTokenSource source = new();
        var pending = client.GetAsync(emulator.BaseUrl + Service.Path, source.Token);
        await source.CancelAsync();
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => pending);
        Assert.Equal(0, emulator.Requests.Single().Status);
    }

    [Fact]
    public async Task Disposal_DoesNotWaitForHeldAnswers()
    {
        var service = await Service.StartAsync();
        TaskCompletionSource arrived = new();
        service.Emulator.BeforeResponse = (_, ct) =>
        {
            arrived.SetResult();
            return Task.Delay(Timeout.Infinite, ct);
        };
        var pending = service.ListAsync();
        await arrived.Task;
        await service.Emulator.DisposeAsync();
        await Assert.ThrowsAnyAsync<HttpRequestException>(() => pending);
    }

    [Fact]
    public void InterceptedError_HasItsCode()
    {
        var error = EmulatorResponse.Error(429, "rate_limit_error", "spend", "enforced_spend_limit_reached");
        Assert.Equal(
            """{"type":"error","error":{"type":"rate_limit_error","message":"spend","details":{"error_code":"enforced_spend_limit_reached"}},"request_id":"req_intercepted"}""",
            System.Text.Encoding.UTF8.GetString(error.Body.Span)
        );
    }
}
