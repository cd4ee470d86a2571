using System.Net;
using System.Net.Sockets;
using System.Text;
using FluentProfiles.Emulator.Protocol;

namespace FluentProfiles.Emulator.Tests.Protocol;

/// <summary>A body of more than 1 MiB is answered with 413 before it is read, however it is sent.</summary>
public sealed class BodyLimitTests
{
    private const int Limit = BodyLimit.Bytes;

    [Theory]
    [InlineData(false, Limit + 1)]
    [InlineData(true, Limit + 1)]
    [InlineData(false, 40 * Limit)]
    [InlineData(true, 40 * Limit)]
    public async Task TooLarge_IsRefusedOverASocket(bool chunked, int length)
    {
        await using var service = await Service.StartAsync(new() { Count = 1 });

        var reply = await service.SendAsync(
            HttpMethod.Post,
            Service.Path,
            change: request => Fill(request, chunked, length)
        );

        RequestCheckTests.AssertError(reply, 413, "request_too_large");
        var logged = Assert.Single(service.Emulator.Requests);
        Assert.Equal((413, ""), (logged.Status, logged.Body));
        Assert.Single(service.Emulator.Profiles);
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task TooLarge_IsRefusedWithoutASocket(bool chunked)
    {
        await using var emulator = ProfileEmulator.Create(new() { Count = 1 });
        using HttpClient client = new(emulator.CreateHandler());
        using HttpRequestMessage request = new(HttpMethod.Post, emulator.BaseUrl + Service.Path);
        Fill(request, chunked, Limit + 1);

        using var response = await client.SendAsync(request);

        Assert.Equal(HttpStatusCode.RequestEntityTooLarge, response.StatusCode);
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task ExactlyTheLimit_IsRead(bool chunked)
    {
        await using var service = await Service.StartAsync(new() { Count = 1 });

        var reply = await service.SendAsync(
            HttpMethod.Post,
            Service.Path,
            change: request => Fill(request, chunked, Limit)
        );

        RequestCheckTests.AssertError(reply, 400, "invalid_request_error");
        Assert.Equal(Limit, Assert.Single(service.Emulator.Requests).Body.Length);
    }

    [Fact]
    public async Task Length_IsThatOfTheBytes()
    {
        await using var service = await Service.StartAsync(new() { Count = 1 });

        var reply = await service.PostAsync("", new string('é', (Limit / 2) + 1));

        RequestCheckTests.AssertError(reply, 413, "request_too_large");
    }

    [Fact]
    public async Task AnnouncedBody_IsNotWaitedFor()
    {
        await using var emulator = await ProfileEmulator.StartAsync(new() { Count = 1 });
        Uri address = new(emulator.BaseUrl);
        using TcpClient connection = new(address.Host, address.Port);
        var stream = connection.GetStream();

        await stream.WriteAsync(
            Encoding.ASCII.GetBytes(
                $"POST {Service.Path} HTTP/1.1\r\nHost: {address.Authority}\r\nContent-Length: 2000000000\r\n\r\n"
            )
        );

        using StreamReader answer = new(stream, Encoding.ASCII);
        Assert.StartsWith("HTTP/1.1 413 ", await answer.ReadLineAsync());
    }

    [Fact]
    public async Task Command_HasTheSameLimit()
    {
        await using var service = await Service.StartAsync(new() { Count = 1 });

        var reply = await service.SendAsync(
            HttpMethod.Put,
            "/emulator/webhooks",
            change: request => Fill(request, chunked: true, Limit + 1)
        );

        RequestCheckTests.AssertError(reply, 413, "request_too_large");
    }

    private static void Fill(HttpRequestMessage request, bool chunked, int length)
    {
        request.Headers.TransferEncodingChunked = chunked ? true : null;
        request.Content = new ByteArrayContent([.. Enumerable.Repeat((byte)' ', length)]);
    }
}
