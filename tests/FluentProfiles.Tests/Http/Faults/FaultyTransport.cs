namespace FluentProfiles.Tests.Http.Faults;

/// <summary>Sends the first requests as they are, and fails for all that follow.</summary>
internal sealed class FaultyTransport(IProfilesTransport inner, Fault fault, Stage stage, int after)
    : IProfilesTransport
{
    private int attempts;

    /// <summary>How many requests failed.</summary>
    public int Failed => Math.Max(0, attempts - after);

    public Exception? Thrown { get; private set; }

    public async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        var isFaulty = Interlocked.Increment(ref attempts) > after;
        if (isFaulty && stage == Stage.BeforeSending)
            throw Throwable();
        var response = await inner.SendAsync(request, cancellationToken);
        if (!isFaulty)
            return response;
        if (stage == Stage.WhileSending)
        {
            response.Dispose();
            throw Throwable();
        }
        response.Content = new StreamContent(new BrokenStream(Throwable));
        return response;
    }

    private Exception Throwable() => Thrown = fault.Make();

    private sealed class BrokenStream(Func<Exception> broken) : MemoryStream
    {
        public override ValueTask<int> ReadAsync(Memory<byte> buffer, CancellationToken cancellationToken = default) =>
            throw broken();
    }
}
