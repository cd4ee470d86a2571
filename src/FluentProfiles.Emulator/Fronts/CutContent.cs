using System.Net;

namespace FluentProfiles.Emulator.Fronts;

/// <summary>A body that breaks off, as it shows behind a socket.</summary>
internal sealed class CutContent(EmulatorResponse answer) : HttpContent
{
    private readonly ReadOnlyMemory<byte> sent = answer.BreakAfter is { } bytes
        ? answer.Body[..Math.Min(bytes, answer.Body.Length)]
        : answer.Body;

    protected override async Task SerializeToStreamAsync(Stream stream, TransportContext? context)
    {
        await stream.WriteAsync(sent).ConfigureAwait(false);
        throw new HttpIOException(HttpRequestError.ResponseEnded, "The response ended prematurely.");
    }

    protected override bool TryComputeLength(out long length)
    {
        length = 0;
        return false;
    }
}
