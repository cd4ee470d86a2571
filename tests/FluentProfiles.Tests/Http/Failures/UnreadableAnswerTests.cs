using FluentProfiles.Emulator;

namespace FluentProfiles.Tests.Http.Failures;

public sealed class UnreadableAnswerTests
{
    [Theory]
    [OverBothTransports("")]
    [OverBothTransports("<html><body>Sign in to the network</body></html>")]
    [OverBothTransports("{\"data\":[")]
    [OverBothTransports("{}")]
    [OverBothTransports("[]")]
    [OverBothTransports("null")]
    [OverBothTransports("""{"data":{},"next_page":null}""")]
    [OverBothTransports("""{"data":[],"next_page":7}""")]
    [OverBothTransports("""{"data":[],"next_page":""}""")]
    [OverBothTransports("""{"data":[],"next_page":null} more""")]
    [OverBothTransports("""{"data":[{"id":"\ud800"}],"next_page":null}""")]
    public async Task Page_Throws(TransportKind kind, string body)
    {
        await using var service = await kind.StartAsync();
        service.Emulator.Intercept = _ => EmulatorResponse.Text(200, body).WithHeader("request-id", "req_019");

        var failure = await service.Client.FailAsync<ProfilesProtocolException>();

        Assert.Equal("req_019", failure.RequestId);
    }

    [Theory]
    [OverBothTransports("")]
    [OverBothTransports("<html></html>")]
    [OverBothTransports("[]")]
    [OverBothTransports("{")]
    public async Task Profile_Throws(TransportKind kind, string body)
    {
        await using var service = await kind.StartAsync();
        service.Emulator.Intercept = _ => EmulatorResponse.Text(200, body).WithHeader("request-id", "req_020");

        var failure = await Assert.ThrowsAsync<ProfilesProtocolException>(() =>
            service.Client.GetAsync("uprof_000001")
        );

        Assert.Equal("req_020", failure.RequestId);
    }

    [Theory]
    [OverBothTransports("gzip")]
    [OverBothTransports("deflate")]
    [OverBothTransports("br")]
    public async Task FalselyCompressed_Throws(TransportKind kind, string encoding)
    {
        await using var service = await kind.StartAsync();
        service.Emulator.Intercept = _ =>
            EmulatorResponse
                .Json(200, """{"data":[],"next_page":null}""")
                .WithHeader("Content-Encoding", encoding)
                .WithHeader("request-id", "req_021");

        Assert.Equal("req_021", (await service.Client.FailAsync<ProfilesProtocolException>()).RequestId);
    }

    [Theory]
    [OverBothTransports(204)]
    [OverBothTransports(205)]
    public async Task SuccessWithoutContent_Throws(TransportKind kind, int status)
    {
        await using var service = await kind.StartAsync();
        service.Emulator.Intercept = _ => new EmulatorResponse { Status = status };

        await service.Client.FailAsync<ProfilesProtocolException>();
    }

    [Theory]
    [OverBothTransports]
    public async Task OverMaxPageBytes_Throws(TransportKind kind)
    {
        await using var service = await kind.StartAsync(configureClient: options => options.MaxPageBytes = 100);

        var failure = await service.Client.FailAsync<ProfilesProtocolException>();

        Assert.Contains("MaxPageBytes (100 bytes)", failure.Message);
        Assert.NotNull(failure.RequestId);
    }
}
