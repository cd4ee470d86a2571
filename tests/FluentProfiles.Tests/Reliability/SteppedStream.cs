namespace FluentProfiles.Tests.Reliability;

/// <summary>A connection that says so before each step that it takes, and after each write.</summary>
/// <param name="inner">The connection.</param>
/// <param name="step">Called before each step.</param>
/// <param name="isLate">Whether a write that begins now comes too late.</param>
/// <param name="wroteLate">Called after such a write, unless it failed.</param>
/// <param name="closed">Called when it is closed.</param>
internal sealed class SteppedStream(Stream inner, Action step, Func<bool> isLate, Action wroteLate, Action closed)
    : Stream
{
    private int isClosed;

    public override bool CanRead => true;

    public override bool CanWrite => true;

    public override bool CanSeek => false;

    public override long Length => throw new NotSupportedException();

    public override long Position
    {
        get => throw new NotSupportedException();
        set => throw new NotSupportedException();
    }

    public override ValueTask<int> ReadAsync(Memory<byte> buffer, CancellationToken cancellationToken = default)
    {
        ObjectDisposedException.ThrowIf(isClosed == 1, this);
        step();
        return inner.ReadAsync(buffer, cancellationToken);
    }

    public override async ValueTask WriteAsync(
        ReadOnlyMemory<byte> buffer,
        CancellationToken cancellationToken = default
    )
    {
        ObjectDisposedException.ThrowIf(isClosed == 1, this);
        // Asked before the step, which may be the one that cancels; a connection closed in between fails the write.
        var late = isLate();
        step();
        await inner.WriteAsync(buffer, cancellationToken);
        if (late)
            wroteLate();
    }

    public override Task FlushAsync(CancellationToken cancellationToken) => inner.FlushAsync(cancellationToken);

    public override void Flush() => inner.Flush();

    public override int Read(byte[] buffer, int offset, int count) => inner.Read(buffer, offset, count);

    public override void Write(byte[] buffer, int offset, int count) => inner.Write(buffer, offset, count);

    public override long Seek(long offset, SeekOrigin origin) => throw new NotSupportedException();

    public override void SetLength(long value) => throw new NotSupportedException();

    protected override void Dispose(bool disposing)
    {
        if (disposing && Interlocked.Exchange(ref isClosed, 1) == 0)
        {
            inner.Dispose();
            closed();
        }
        base.Dispose(disposing);
    }
}
