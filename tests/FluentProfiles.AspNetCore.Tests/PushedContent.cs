using System.Net;

namespace FluentProfiles.AspNetCore.Tests;

/// <summary>Content of unknown length, which is sent in chunks.</summary>
internal sealed class PushedContent(Func<Stream, Task> write) : HttpContent
{
    protected override Task SerializeToStreamAsync(Stream stream, TransportContext? context) => write(stream);

    protected override bool TryComputeLength(out long length)
    {
        length = 0;
        return false;
    }
}
