using System.Globalization;
using System.Net;
using System.Net.Sockets;
using System.Text;
using System.Text.RegularExpressions;

namespace FluentProfiles.Tests.Http;

/// <summary>A server on loopback that writes bytes as they are, right or wrong, and closes the connection.</summary>
internal sealed class RawServer : IAsyncDisposable
{
    private readonly TcpListener listener = new(IPAddress.Loopback, 0);
    private readonly CancellationTokenSource stop = new();
    private readonly List<string> heads = [];
    private readonly Func<Stream, CancellationToken, Task> answer;
    private readonly Task serving;

    /// <param name="answer">Writes the answer to each request.</param>
    public RawServer(Func<Stream, CancellationToken, Task> answer)
    {
        this.answer = answer;
        listener.Start();
        BaseUrl = $"http://127.0.0.1:{((IPEndPoint)listener.LocalEndpoint).Port}";
        serving = ServeAsync();
    }

    public RawServer(string answer)
        : this((stream, ct) => stream.WriteAsync(Encoding.Latin1.GetBytes(answer), ct).AsTask()) { }

    public string BaseUrl { get; }

    /// <summary>What came before the body of each request.</summary>
    public IReadOnlyList<string> Heads
    {
        get
        {
            lock (heads)
                return [.. heads];
        }
    }

    public static Task WriteAsync(Stream stream, string text, CancellationToken ct) =>
        stream.WriteAsync(Encoding.Latin1.GetBytes(text), ct).AsTask();

    public async ValueTask DisposeAsync()
    {
        await stop.CancelAsync();
        await serving;
        listener.Stop();
        stop.Dispose();
    }

    private async Task ServeAsync()
    {
        List<Task> connections = [];
        try
        {
            while (true)
                connections.Add(AnswerAsync(await listener.AcceptTcpClientAsync(stop.Token)));
        }
        catch (OperationCanceledException) when (stop.IsCancellationRequested)
        {
            await Task.WhenAll(connections);
        }
    }

    private async Task AnswerAsync(TcpClient connection)
    {
        using var _ = connection;
        try
        {
            await ReadRequestAsync(connection.GetStream());
            await answer(connection.GetStream(), stop.Token);
        }
        catch (Exception cause) when (cause is IOException or OperationCanceledException)
        {
            // The client hung up, or the test is over.
        }
    }

    // With the body: to close a connection that has unread bytes is to reset it.
    private async Task ReadRequestAsync(NetworkStream stream)
    {
        StringBuilder request = new();
        var buffer = new byte[4096];
        while (!IsWhole(request.ToString(), out _))
        {
            var read = await stream.ReadAsync(buffer, stop.Token);
            if (read == 0)
                throw new IOException("No request came.");
            request.Append(Encoding.Latin1.GetString(buffer, 0, read));
        }
        IsWhole(request.ToString(), out var head);
        lock (heads)
            heads.Add(head);
    }

    private static bool IsWhole(string request, out string head)
    {
        var parts = request.Split("\r\n\r\n", 2);
        head = parts[0] + "\r\n\r\n";
        var length = Regex.Match(head, "^Content-Length: ([0-9]+)\r", RegexOptions.Multiline).Groups[1].Value;
        return parts.Length == 2 && parts[1].Length >= int.Parse($"0{length}", CultureInfo.InvariantCulture);
    }
}
