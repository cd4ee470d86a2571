using System.Net;
using FluentProfiles.Emulator;
using Microsoft.Extensions.Time.Testing;

namespace FluentProfiles.Tests.Http.Failures;

public sealed class RefusalTests
{
    [Theory]
    [OverBothTransports(400, "invalid_request_error", typeof(ProfilesInvalidRequestException))]
    [OverBothTransports(401, "authentication_error", typeof(ProfilesAuthenticationException))]
    [OverBothTransports(402, "billing_error", typeof(ProfilesBillingException))]
    [OverBothTransports(403, "permission_error", typeof(ProfilesPermissionException))]
    [OverBothTransports(404, "not_found_error", typeof(ProfilesNotFoundException))]
    [OverBothTransports(408, "timeout_error", typeof(ProfilesApiException))]
    [OverBothTransports(409, "conflict_error", typeof(ProfilesApiException))]
    [OverBothTransports(413, "request_too_large", typeof(ProfilesInvalidRequestException))]
    [OverBothTransports(429, "rate_limit_error", typeof(ProfilesRateLimitException))]
    [OverBothTransports(500, "api_error", typeof(ProfilesApiException))]
    [OverBothTransports(529, "overloaded_error", typeof(ProfilesOverloadedException))]
    public async Task ErrorBody_ThrowsItsKind(TransportKind kind, int status, string type, Type exception)
    {
        await using var service = await kind.StartAsync();
        service.Emulator.Intercept = _ =>
            EmulatorResponse.Json(
                status,
                $$"""{"type":"error","error":{"type":"{{type}}","message":"No, because."},"request_id":"req_017"}"""
            );

        var failure = Assert.IsAssignableFrom<ProfilesApiException>(await service.Client.FailAsync(exception));

        Assert.Equal((HttpStatusCode)status, failure.StatusCode);
        Assert.Equal(type, failure.ErrorType);
        Assert.Null(failure.ErrorCode);
        Assert.Null(failure.RetryAfter);
        var address = status == 404 ? $" The request went to {service.Emulator.BaseUrl}/v1/user_profiles." : "";
        Assert.Equal($"No, because. ({status}, {type}){address}", failure.Message);
        Assert.Equal("req_017", failure.RequestId);
    }

    [Theory]
    [OverBothTransports(400, typeof(ProfilesInvalidRequestException))]
    [OverBothTransports(401, typeof(ProfilesAuthenticationException))]
    [OverBothTransports(402, typeof(ProfilesBillingException))]
    [OverBothTransports(403, typeof(ProfilesPermissionException))]
    [OverBothTransports(404, typeof(ProfilesNotFoundException))]
    [OverBothTransports(413, typeof(ProfilesInvalidRequestException))]
    [OverBothTransports(429, typeof(ProfilesRateLimitException))]
    [OverBothTransports(500, typeof(ProfilesApiException))]
    [OverBothTransports(529, typeof(ProfilesOverloadedException))]
    public async Task ForeignBody_ThrowsByStatus(TransportKind kind, int status, Type exception)
    {
        await using var service = await kind.StartAsync();
        foreach (var body in (string[])["", "<html><body>Bad gateway</body></html>", "[]", "{\"error\":7}", "null"])
        {
            service.Emulator.Intercept = _ => EmulatorResponse.Text(status, body).WithHeader("request-id", "req_018");

            var failure = Assert.IsAssignableFrom<ProfilesApiException>(await service.Client.FailAsync(exception));

            Assert.Equal((HttpStatusCode)status, failure.StatusCode);
            Assert.Null(failure.ErrorType);
            Assert.Equal("req_018", failure.RequestId);
            Assert.Contains($"status {status}, ", failure.Message);
        }
    }

    [Theory]
    [OverBothTransports]
    public async Task SpendLimit_ReportsItsCode(TransportKind kind)
    {
        var json = await File.ReadAllTextAsync(
            Path.Combine(AppContext.BaseDirectory, "Fixtures", "error-429-spend.json")
        );
        await using var service = await kind.StartAsync();
        service.Emulator.Intercept = _ => EmulatorResponse.Json(429, json);

        var failure = await service.Client.FailAsync<ProfilesRateLimitException>();

        Assert.Equal("rate_limit_error", failure.ErrorType);
        Assert.Equal("enforced_spend_limit_reached", failure.ErrorCode);
        Assert.Equal("spend limit (429, rate_limit_error)", failure.Message);
        Assert.Equal("req_011CSHoEeqs5C35K2UUqR7Fz", failure.RequestId);
    }

    [Theory]
    [OverBothTransports]
    public async Task RequestIdInHeaderAndBody_ReportsTheHeaders(TransportKind kind)
    {
        await using var service = await kind.StartAsync();
        service.Emulator.Intercept = _ =>
            EmulatorResponse
                .Json(500, """{"error":{"type":"api_error","message":"x"},"request_id":"req_body"}""")
                .WithHeader("request-id", "req_header");

        Assert.Equal("req_header", (await service.Client.FailAsync<ProfilesApiException>()).RequestId);
    }

    [Theory]
    [OverBothTransports("""{"error":{"message":"\ud800"}}""")]
    [OverBothTransports("{\"error\":{\"message\":\"\u00ff\"}}")]
    [OverBothTransports("{\"error\":{\"message\":\"cut")]
    public async Task TextThatIsNone_ThrowsByStatus(TransportKind kind, string body)
    {
        await using var server = new RawServer(
            $"HTTP/1.1 500 Oops\r\nContent-Type: application/json\r\nContent-Length: {body.Length}\r\n\r\n{body}"
        );
        using var client = kind.Client(server.BaseUrl);

        Assert.Equal(HttpStatusCode.InternalServerError, (await client.FailAsync<ProfilesApiException>()).StatusCode);
    }

    [Theory]
    [OverBothTransports]
    public async Task BodyWithoutEnd_ThrowsByStatus(TransportKind kind)
    {
        await using var server = new RawServer("HTTP/1.1 403 No\r\nContent-Length: 1000\r\n\r\n{\"error\":");
        using var client = kind.Client(server.BaseUrl);

        Assert.Equal(HttpStatusCode.Forbidden, (await client.FailAsync<ProfilesPermissionException>()).StatusCode);
    }

    [Theory]
    [OverBothTransports(400, typeof(ProfilesInvalidRequestException), "")]
    [OverBothTransports(401, typeof(ProfilesAuthenticationException), "")]
    [OverBothTransports(403, typeof(ProfilesPermissionException), "{\"type\":\"error\",")]
    [OverBothTransports(
        404,
        typeof(ProfilesNotFoundException),
        "{\"type\":\"error\",\"error\":{\"type\":\"not_found_error\"}}"
    )]
    [OverBothTransports(429, typeof(ProfilesRateLimitException), "")]
    [OverBothTransports(503, typeof(ProfilesApiException), "")]
    public async Task StalledBody_ThrowsByStatus(TransportKind kind, int status, Type exception, string sent)
    {
        FakeTimeProvider clock = new();
        using var http = new HttpClient(
            new StubHandler(_ =>
                new((HttpStatusCode)status)
                {
                    Headers = { { "request-id", "req_019" } },
                    Content = new StreamContent(new StalledStream(sent, () => clock.Advance(TimeSpan.FromSeconds(30)))),
                }
            )
        );
        using var client = kind.Client("https://h.test", http, options => options.TimeProvider = clock);

        var failure = Assert.IsAssignableFrom<ProfilesApiException>(await client.FailAsync(exception));

        Assert.Equal(((HttpStatusCode)status, "req_019"), (failure.StatusCode, failure.RequestId));
        Assert.Null(failure.ErrorType);
    }

    [Theory]
    [OverBothTransports]
    public async Task HugeBody_ThrowsByStatus(TransportKind kind)
    {
        await using var service = await kind.StartAsync();
        service.Emulator.Intercept = _ => EmulatorResponse.Text(500, new string('x', 1_000_000));

        Assert.Null((await service.Client.FailAsync<ProfilesApiException>()).ErrorType);
    }
}
