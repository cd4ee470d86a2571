using System.Net;

namespace FluentProfiles.Http.Transport;

/// <summary>A body that asks its caller each time it is written to a connection: after every wait for a limiter, a token, a handler,
/// a retry or the connection. The service does nothing with a request whose body is missing.</summary>
/// <param name="body">The body.</param>
/// <param name="permit">Decides whether the request may still be sent.</param>
internal sealed class GuardedContent(ReadOnlyMemory<byte> body, ISendPermit permit) : HttpContent
{
    private bool hasLeft;

    protected override Task SerializeToStreamAsync(Stream stream, TransportContext? context) =>
        SerializeToStreamAsync(stream, context, CancellationToken.None);

    protected override Task SerializeToStreamAsync(
        Stream stream,
        TransportContext? context,
        CancellationToken cancellationToken
    )
    {
        ThrowUnlessAllowed();
        return stream.WriteAsync(body, cancellationToken).AsTask();
    }

    protected override void SerializeToStream(
        Stream stream,
        TransportContext? context,
        CancellationToken cancellationToken
    )
    {
        ThrowUnlessAllowed();
        stream.Write(body.Span);
    }

    protected override bool TryComputeLength(out long length)
    {
        length = body.Length;
        return true;
    }

    // A handler beneath the client may have sent it before.
    private void ThrowUnlessAllowed()
    {
        if (!permit.MaySend())
            throw new ProfilesConnectionException(
                $"The request was not sent{(hasLeft ? " again" : "")}: it waited until its time was over."
            )
            {
                IsUnsent = !hasLeft,
                IsLasting = true,
            };
        hasLeft = true;
    }
}
