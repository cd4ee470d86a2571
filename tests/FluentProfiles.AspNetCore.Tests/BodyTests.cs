using System.IO.Compression;
using System.Net;
using System.Net.Sockets;
using System.Text;
using FluentProfiles.Tests.Webhooks;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Server.Kestrel.Core;
using Microsoft.Extensions.DependencyInjection;

namespace FluentProfiles.AspNetCore.Tests;

/// <summary>Bodies that are large, slow, compressed or not what their headers say.</summary>
public sealed class BodyTests
{
    private const int Limit = 64 * 1024;

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task ABody_MayHave64KiB(bool isChunked)
    {
        await using var app = await WebhookApplication.StartAsync();

        Assert.Equal(204, await StatusAsync(app, Padded(Limit), isChunked));
        Assert.Equal(413, await StatusAsync(app, Padded(Limit + 1), isChunked));
        Assert.Equal(["wevt_1"], app.Handled);
    }

    [Fact]
    public async Task TenMegabytes_AreNotRead()
    {
        await using var app = await WebhookApplication.StartAsync();
        using TcpClient sender = new();
        await sender.ConnectAsync(IPAddress.Loopback, app.Port);
        var stream = sender.GetStream();

        await stream.WriteAsync(Head(SignedMessage.Of(), "Content-Length: 10485760"));
        var first = await FirstLineAsync(stream);

        // Not a byte of the body was sent.
        Assert.Equal("HTTP/1.1 413 Payload Too Large", first);
        Assert.Equal(204, await app.StatusOfAsync(SignedMessage.Of()));
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task TenMegabytes_AreAnsweredWith413(bool isChunked)
    {
        await using var app = await WebhookApplication.StartAsync();

        Assert.Equal(413, await StatusAsync(app, SignedMessage.Of(new byte[10 * 1024 * 1024]), isChunked));
        Assert.Equal(204, await app.StatusOfAsync(SignedMessage.Of()));
        Assert.Equal(["wevt_1"], app.Handled);
    }

    [Fact]
    public async Task ABodyShorterThanItsLength_IsNotHandled()
    {
        await using var app = await WebhookApplication.StartAsync();
        var message = SignedMessage.Of();
        using (TcpClient sender = new())
        {
            await sender.ConnectAsync(IPAddress.Loopback, app.Port);
            await sender.GetStream().WriteAsync(Head(message, $"Content-Length: {message.Body.Length + 1}"));
            await sender.GetStream().WriteAsync(message.Body);
        }

        Assert.Equal(204, await StatusAsync(app, Padded(1_000), isChunked: false));
        Assert.Equal(["wevt_1"], app.Handled);
        Assert.DoesNotContain(app.Log.Entries, entry => entry.Event.Name == "HandlerFailed");
    }

    [Fact]
    public async Task ABodyLongerThanItsLength_IsAForgery()
    {
        await using var app = await WebhookApplication.StartAsync();
        var message = SignedMessage.Of();
        using TcpClient sender = new();
        await sender.ConnectAsync(IPAddress.Loopback, app.Port);
        var stream = sender.GetStream();

        await stream.WriteAsync(Head(message, $"Content-Length: {message.Body.Length - 1}"));
        await stream.WriteAsync(message.Body);

        Assert.Equal("HTTP/1.1 401 Unauthorized", await FirstLineAsync(stream));
        Assert.Empty(app.Handled);
    }

    [Fact]
    public async Task AHangingBody_IsAnsweredWith408()
    {
        await using var app = await WebhookApplication.StartAsync();
        var message = SignedMessage.Of();
        using TcpClient sender = new();
        await sender.ConnectAsync(IPAddress.Loopback, app.Port);
        var stream = sender.GetStream();
        await stream.WriteAsync(Head(message, $"Content-Length: {message.Body.Length}"));
        await stream.WriteAsync(message.Body.AsMemory(0, 10));

        var first = FirstLineAsync(stream);
        while (!first.IsCompleted)
        {
            app.Clock.Advance(TimeSpan.FromSeconds(31));
            await Task.Yield();
        }

        Assert.Equal("HTTP/1.1 408 Request Timeout", await first);
        Assert.Empty(app.Handled);
    }

    [Fact]
    public async Task CompressedBody_IsAnsweredWith415()
    {
        await using var app = await WebhookApplication.StartAsync();

        Assert.Equal(415, await StatusOfCodedAsync(app, "gzip", Compressed("gzip")));
        Assert.Empty(app.Handled);
    }

    [Theory]
    [InlineData("gzip")]
    [InlineData("deflate")]
    [InlineData("br")]
    public async Task CompressedBody_IsReadByMiddleware(string coding)
    {
        await using var app = await StartDecompressingAsync();

        Assert.Equal(204, await StatusOfCodedAsync(app, coding, Compressed(coding)));
        Assert.Equal(["wevt_1"], app.Handled);
    }

    [Theory]
    [InlineData("gzip")]
    [InlineData("deflate")]
    [InlineData("br")]
    public async Task DamagedCompressedBody_IsAnsweredWith400(string coding)
    {
        await using var app = await StartDecompressingAsync();

        Assert.Equal(400, await StatusOfCodedAsync(app, coding, SignedMessage.Of().Body));
        Assert.Empty(app.Handled);
        Assert.DoesNotContain(app.Log.Entries, entry => entry.Event.Name == "HandlerFailed");
    }

    /// <summary>Some formats have bytes that carry nothing, and some damage gives another text, whose signature is wrong.</summary>
    [Theory]
    [InlineData("gzip")]
    [InlineData("deflate")]
    [InlineData("br")]
    public async Task DamagedByte_IsNoFailedHandler(string coding)
    {
        await using var app = await StartDecompressingAsync();
        var whole = Compressed(coding);

        for (var place = 0; place < whole.Length; place++)
        {
            var damaged = whole.ToArray();
            damaged[place] ^= 0x55;
            Assert.Contains(await StatusOfCodedAsync(app, coding, damaged), new[] { 204, 400, 401 });
        }

        Assert.DoesNotContain(app.Log.Entries, entry => entry.Event.Name == "HandlerFailed");
    }

    [Fact]
    public async Task Http2_IsServed()
    {
        await using var app = await WebhookApplication.StartAsync(protocols: HttpProtocols.Http2);

        foreach (var (message, status) in new[] { (Padded(Limit), 204), (Padded(Limit + 1), 413), (Padded(1000), 204) })
        {
            using var response = await app.PostAsync(
                message,
                request => (request.Version, request.VersionPolicy) = (new(2, 0), HttpVersionPolicy.RequestVersionExact)
            );
            Assert.Equal(status, (int)response.StatusCode);
        }
    }

    private static SignedMessage Padded(int length) => SignedMessage.Of(SignedMessage.Event.PadRight(length));

    private static async Task<int> StatusAsync(WebhookApplication app, SignedMessage message, bool isChunked)
    {
        using var response = await app.PostAsync(
            message,
            request => request.Headers.TransferEncodingChunked = isChunked
        );
        return (int)response.StatusCode;
    }

    private static Task<WebhookApplication> StartDecompressingAsync() =>
        WebhookApplication.StartAsync(
            services: services => services.AddRequestDecompression(),
            pipeline: app => app.UseRouting().UseRequestDecompression()
        );

    private static byte[] Compressed(string coding)
    {
        using MemoryStream compressed = new();
        using (
            Stream stream = coding switch
            {
                "gzip" => new GZipStream(compressed, CompressionLevel.Fastest),
                "deflate" => new ZLibStream(compressed, CompressionLevel.Fastest),
                _ => new BrotliStream(compressed, CompressionLevel.Fastest),
            }
        )
            stream.Write(SignedMessage.Of().Body);
        return compressed.ToArray();
    }

    private static async Task<int> StatusOfCodedAsync(WebhookApplication app, string coding, byte[] body)
    {
        using var response = await app.PostAsync(
            SignedMessage.Of(),
            request => request.Content = new ByteArrayContent(body) { Headers = { ContentEncoding = { coding } } }
        );
        return (int)response.StatusCode;
    }

    private static byte[] Head(SignedMessage message, string length)
    {
        var headers = WebhookApplication.HeadersOf(message).Select(header => $"{header.Name}: {header.Value}");
        return Encoding.ASCII.GetBytes(
            $"POST {WebhookApplication.Route} HTTP/1.1\r\nHost: localhost\r\n{string.Join("\r\n", headers)}\r\n{length}\r\n\r\n"
        );
    }

    private static async Task<string?> FirstLineAsync(Stream stream)
    {
        using StreamReader reader = new(stream, Encoding.ASCII, leaveOpen: true);
        return await reader.ReadLineAsync();
    }
}
