using System.Net.Sockets;

namespace FluentProfiles.Tests.Reliability;

/// <summary>One run over real connections that is cancelled at its n-th step: the key asked for, a connection made, a request
/// written, a part of an answer read, an item taken.</summary>
internal sealed class CancelledRun : IDisposable
{
    private readonly CancellationTokenSource source = new();
    private readonly int cancelledStep;
    private readonly HttpClient http;
    private int steps;
    private int open;
    private int requestsAfter;
    private volatile bool isCancelled;
    private volatile bool isOver;

    public CancelledRun(string baseUrl, int cancelledStep)
    {
        this.cancelledStep = cancelledStep;
        Token = source.Token;
        http = new(new SocketsHttpHandler { ConnectCallback = ConnectAsync });
        Client = new(
            new()
            {
                BaseUrl = baseUrl,
                MaxRetries = 0,
                TokenProvider = _ =>
                {
                    Step();
                    return ValueTask.FromResult(TestService.Key);
                },
            },
            http
        );
    }

    public ProfilesClient Client { get; }

    public CancellationToken Token { get; }

    /// <summary>Whether the run came as far as the step at which it is cancelled.</summary>
    public bool WasCancelled => source.IsCancellationRequested;

    /// <summary>Requests that were written after the cancellation.</summary>
    public int RequestsAfter => requestsAfter;

    /// <summary>Connections that are open.</summary>
    public int Open => open;

    public void Step()
    {
        if (isOver)
            return;
        if (Interlocked.Increment(ref steps) == cancelledStep)
        {
            source.Cancel();
            // Not before: whoever was writing meanwhile was not too late.
            isCancelled = true;
        }
    }

    /// <summary>Runs something; what it throws, or null.</summary>
    public async Task<Exception?> ThrownByAsync(Func<CancelledRun, Task> run)
    {
        var thrown = await Record.ExceptionAsync(() => run(this));
        isOver = true;
        return thrown;
    }

    public void Dispose()
    {
        Client.Dispose();
        http.Dispose();
        source.Dispose();
    }

    private async ValueTask<Stream> ConnectAsync(SocketsHttpConnectionContext context, CancellationToken ct)
    {
        Step();
        Socket socket = new(SocketType.Stream, ProtocolType.Tcp) { NoDelay = true };
        try
        {
            await socket.ConnectAsync(context.DnsEndPoint, ct);
        }
        catch
        {
            socket.Dispose();
            throw;
        }
        Interlocked.Increment(ref open);
        return new SteppedStream(
            new NetworkStream(socket, ownsSocket: true),
            Step,
            () => isCancelled && !isOver,
            () => Interlocked.Increment(ref requestsAfter),
            () => Interlocked.Decrement(ref open)
        );
    }
}
