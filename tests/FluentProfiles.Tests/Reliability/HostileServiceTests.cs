using System.IO.Compression;
using System.Text;

namespace FluentProfiles.Tests.Reliability;

/// <summary>Whatever a service answers in the middle of a listing, the caller gets a typed exception with the id of the request
/// and a token that goes on from there, in bounded time and memory.</summary>
[Collection(AloneCollection.Name)]
public sealed class HostileServiceTests
{
    private const int Megabyte = 1 << 20;

    // A page of the usual MaxPageBytes is read into a buffer that doubles: 64 MiB in all, and what the test itself needs.
    private const long MostBytes = 96 * Megabyte;

    private static readonly Dictionary<string, Func<byte[]>> NoPages = new()
    {
        ["cursor that came before"] = () => Body(HostileService.Page("one", "x")),
        ["empty cursor"] = () => Body("""{"data":[{"id":"x"}],"next_page":""}"""),
        ["number as cursor"] = () => Body("""{"data":[{"id":"x"}],"next_page":7}"""),
        ["list as cursor"] = () => Body("""{"data":[{"id":"x"}],"next_page":["a"]}"""),
        ["object as cursor"] = () => Body("""{"data":[{"id":"x"}],"next_page":{"page":"a"}}"""),
        ["boolean as cursor"] = () => Body("""{"data":[{"id":"x"}],"next_page":false}"""),
        ["cursor longer than an address"] = () => Body(HostileService.Page(new string('c', 100_000), "x")),
        ["half a surrogate in the cursor"] = () => Body("""{"data":[{"id":"x"}],"next_page":"\ud800"}"""),
        ["no data"] = () => Body("""{"next_page":null}"""),
        ["data null"] = () => Body("""{"data":null,"next_page":null}"""),
        ["data an object"] = () => Body("""{"data":{"id":"x"},"next_page":null}"""),
        ["data a text"] = () => Body("""{"data":"x","next_page":null}"""),
        ["data twice"] = () => Body("""{"data":[{"id":"x"}],"data":[{"id":"y"}],"next_page":null}"""),
        ["next_page twice"] = () => Body("""{"data":[{"id":"x"}],"next_page":"two","next_page":null}"""),
        ["id twice"] = () => Body("""{"data":[{"id":"x","id":"y"}],"next_page":null}"""),
        ["name twice"] = () => Body("""{"data":[{"id":"x","name":"y","name":"z"}],"next_page":null}"""),
        ["profile without an id"] = () => Body("""{"data":[{"id":"x"},{"name":"y"}],"next_page":null}"""),
        ["empty id"] = () => Body("""{"data":[{"id":""}],"next_page":null}"""),
        ["id null"] = () => Body("""{"data":[{"id":null}],"next_page":null}"""),
        ["id longer than an address"] = () =>
            Body($$"""{"data":[{"id":"{{new string('x', 100_000)}}"}],"next_page":null}"""),
        ["number as id"] = () => Body("""{"data":[{"id":5}],"next_page":null}"""),
        ["number as name"] = () => Body("""{"data":[{"id":"x","name":5}],"next_page":null}"""),
        ["number in metadata"] = () => Body("""{"data":[{"id":"x","metadata":{"seat":12}}],"next_page":null}"""),
        ["profile null"] = () => Body("""{"data":[null],"next_page":null}"""),
        ["profile a number"] = () => Body("""{"data":[1],"next_page":null}"""),
        ["time that is none"] = () =>
            Body("""{"data":[{"id":"x","created_at":"2026-02-31T00:00:00Z"}],"next_page":null}"""),
        ["depth bomb"] = () => Body($$"""{"data":[{"id":"x","more":{{new string('[', Megabyte)}}"""),
        ["closed depth bomb"] = () =>
            Body(
                $$"""{"data":[{"id":"x","more":{{new string('[', 100_000)}}{{new string(']', 100_000)}}}],"next_page":null}"""
            ),
        ["half a page"] = () => Body("""{"data":[{"id":"x"},{"id":"""),
        ["page and more"] = () => Body(HostileService.Page(null, "x") + HostileService.Page(null, "y")),
        ["nothing"] = () => Body(""),
        ["HTML"] = () => Body("<!DOCTYPE html><html><body>Sign in</body></html>"),
        ["UTF-16"] = () =>
            HostileService.Answer(
                Encoding.Unicode.GetBytes(HostileService.Page(null, "x")),
                "Content-Type: application/json; charset=utf-16"
            ),
        ["Latin-1"] = () =>
            HostileService.Answer(
                Encoding.Latin1.GetBytes("""{"data":[{"id":"x","name":"Müller"}],"next_page":null}"""),
                "Content-Type: application/json; charset=iso-8859-1"
            ),
        ["gzip that is none"] = () => HostileService.Answer(HostileService.Page(null, "x"), "Content-Encoding: gzip"),
        ["brotli that is none"] = () => HostileService.Answer(HostileService.Page(null, "x"), "Content-Encoding: br"),
        ["half a gzip"] = () =>
            HostileService.Answer(Gzip(HostileService.Page(null, "x", "y"))[..40], "Content-Encoding: gzip"),
        ["half a brotli"] = () =>
            HostileService.Answer(Brotli(HostileService.Page(null, "x", "y"))[..20], "Content-Encoding: br"),
        ["gzip bomb"] = () => HostileService.Answer(Gzip(new string(' ', 100 * Megabyte)), "Content-Encoding: gzip"),
    };

    public static TheoryData<string> NoPageNames => [.. NoPages.Keys];

    [Theory]
    [MemberData(nameof(NoPageNames))]
    public async Task SuccessThatIsNoPage_Throws(string name)
    {
        var answer = NoPages[name]();
        await using var service = new HostileService(answer);
        var before = GC.GetTotalAllocatedBytes();

        var failure = await service.FailAsync<ProfilesProtocolException>();

        Assert.Equal(HostileService.RequestId, failure.RequestId);
        Assert.InRange(failure.Message.Length, 1, 1000);
        Assert.InRange(GC.GetTotalAllocatedBytes() - before, 0, MostBytes);
    }

    [Theory]
    [InlineData("gzip")]
    [InlineData("br")]
    [InlineData("identity")]
    public async Task CompressedPage_IsRead(string encoding)
    {
        var page = HostileService.Page("two", "x");
        byte[] body = encoding switch
        {
            "gzip" => Gzip(page),
            "br" => Brotli(page),
            _ => Encoding.UTF8.GetBytes(page),
        };
        await using var service = new HostileService(HostileService.Answer(body, $"Content-Encoding: {encoding}"));
        using var client = service.Client();

        Assert.Equal(["a", "b", "x", "c"], await client.Query().Select(p => p.Id).ToListAsync());
    }

    [Theory]
    [InlineData("Content-Length: 2000000000")]
    [InlineData("Transfer-Encoding: chunked")]
    [InlineData("X-Length: unknown")]
    public async Task EndlessPage_IsStoppedWhileReading(string length)
    {
        long written = 0;
        var chunk = length.Contains("chunked", StringComparison.Ordinal)
            ? [.. "100000\r\n"u8, .. Spaces(Megabyte), .. "\r\n"u8]
            : Spaces(Megabyte);
        await using var service = new HostileService(
            async (stream, ct) =>
            {
                await stream.WriteAsync(HostileService.Head(200, length), ct);
                while (Interlocked.Add(ref written, Megabyte) < 500L * Megabyte)
                    await stream.WriteAsync(chunk, ct);
            }
        );
        var before = GC.GetTotalAllocatedBytes();

        var failure = await service.FailAsync<ProfilesProtocolException>(options => options.MaxPageBytes = Megabyte);

        Assert.Contains("MaxPageBytes", failure.Message, StringComparison.Ordinal);
        Assert.Equal(HostileService.RequestId, failure.RequestId);
        // The rest is what the sockets of both sides hold.
        Assert.InRange(Interlocked.Read(ref written), Megabyte, 50 * Megabyte);
        Assert.InRange(GC.GetTotalAllocatedBytes() - before, 0, MostBytes);
    }

    [Theory]
    [InlineData("{\"error\":{\"message\":\"")]
    [InlineData("<html>")]
    [InlineData("[[[[[[[[")]
    public async Task ErrorBodyOfTenMegabytes_IsNotReadToItsEnd(string begin)
    {
        var before = GC.GetTotalAllocatedBytes();
        var body = Encoding.Latin1.GetBytes(begin + new string(begin[^1] == '[' ? '[' : 'A', 10 * Megabyte));
        await using var service = new HostileService([
            .. HostileService.Head(403, $"Content-Length: {body.Length}"),
            .. body,
        ]);

        var failure = await service.FailAsync<ProfilesPermissionException>();

        Assert.Equal(HostileService.RequestId, failure.RequestId);
        Assert.InRange(failure.Message.Length, 1, 1200);
        Assert.InRange(GC.GetTotalAllocatedBytes() - before, 0, MostBytes);
    }

    [Fact]
    public async Task ErrorMessage_IsCutAndHasNoControlCharacters()
    {
        var body = """{"error":{"type":"permission_error","message":"one\r\n\u001b[31mtwoTEXT"}}""".Replace(
            "TEXT",
            new string('x', 5000)
        );
        await using var service = new HostileService([
            .. HostileService.Head(403, $"Content-Length: {body.Length}"),
            .. Encoding.UTF8.GetBytes(body),
        ]);

        var failure = await service.FailAsync<ProfilesPermissionException>();

        Assert.StartsWith("one", failure.Message, StringComparison.Ordinal);
        Assert.DoesNotContain(failure.Message, char.IsControl);
        Assert.InRange(failure.Message.Length, 900, 1200);
    }

    [Theory]
    [InlineData("HTTP/1.1 200")]
    [InlineData("HTTP/1.1 200 OK\r\nContent-Length: 1000\r\n\r\n{\"data\":[{\"id\":\"x\"}")]
    [InlineData("HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n10\r\n{\"data\":[{\"id\":\"")]
    [InlineData("HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\nzz\r\n{}")]
    [InlineData("no HTTP at all")]
    public async Task BrokenAnswer_IsALostConnection(string answer)
    {
        await using var service = new HostileService(Encoding.Latin1.GetBytes(answer));

        var failure = await service.FailAsync<ProfilesConnectionException>();

        Assert.NotNull(failure.InnerException);
    }

    [Fact]
    public async Task PageThatTricklesIn_EndsWithTheAttempt()
    {
        await using var service = new HostileService(
            async (stream, ct) =>
            {
                await stream.WriteAsync(HostileService.Head(200, "Content-Length: 1000000"), ct);
                // Never so long without a byte that waiting for the next one would find it.
                while (true)
                {
                    await stream.WriteAsync(Spaces(1), ct);
                    await Task.Delay(20, ct);
                }
            }
        );

        var failure = await service.FailAsync<ProfilesConnectionException>(options =>
            options.AttemptTimeout = TimeSpan.FromSeconds(1)
        );

        Assert.Contains("AttemptTimeout", failure.ToString(), StringComparison.Ordinal);
    }

    private static byte[] Body(string text) => HostileService.Answer(text);

    private static byte[] Spaces(int count) => [.. Enumerable.Repeat((byte)' ', count)];

    private static byte[] Gzip(string text) =>
        Compressed(text, stream => new GZipStream(stream, CompressionLevel.Fastest));

    private static byte[] Brotli(string text) =>
        Compressed(text, stream => new BrotliStream(stream, CompressionLevel.Fastest));

    private static byte[] Compressed(string text, Func<Stream, Stream> compress)
    {
        using MemoryStream compressed = new();
        using (var stream = compress(compressed))
            stream.Write(Encoding.UTF8.GetBytes(text));
        return compressed.ToArray();
    }
}
