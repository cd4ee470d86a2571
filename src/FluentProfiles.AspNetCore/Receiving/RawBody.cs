using System.Buffers;
using Microsoft.AspNetCore.Http;

namespace FluentProfiles.AspNetCore.Receiving;

/// <summary>Reads the bytes of a body as they were signed.</summary>
internal static class RawBody
{
    public const int MostBytes = 64 * 1024;

    // A server may let a sender trickle.
    private static readonly TimeSpan Longest = TimeSpan.FromSeconds(30);

    /// <exception cref="BadHttpRequestException">The body is too large, compressed, too slow, cut off or damaged.</exception>
    /// <exception cref="OperationCanceledException">The sender has gone.</exception>
    public static async Task<byte[]> ReadAsync(HttpRequest request, TimeProvider clock, CancellationToken aborted)
    {
        if (request.ContentLength > MostBytes)
            throw TooLarge();
        // Middleware that decompresses removes the header.
        if (request.Headers.ContentEncoding.ToString() is { Length: > 0 } coding && coding is not "identity")
            throw new BadHttpRequestException("The body is compressed.", StatusCodes.Status415UnsupportedMediaType);
        using CancellationTokenSource timeout = new(Longest, clock);
        using var either = CancellationTokenSource.CreateLinkedTokenSource(timeout.Token, aborted);
        try
        {
            return await ReadAsync(request, either.Token).ConfigureAwait(false);
        }
        catch (OperationCanceledException) when (!aborted.IsCancellationRequested)
        {
            throw new BadHttpRequestException("The body did not arrive in time.", StatusCodes.Status408RequestTimeout);
        }
        catch (Exception cause) when (!aborted.IsCancellationRequested && IsOfSender(cause))
        {
            throw new BadHttpRequestException("The body was cut off, or its compressed data is damaged.", cause);
        }
    }

    private static async Task<byte[]> ReadAsync(HttpRequest request, CancellationToken cancellationToken)
    {
        var read = await request.BodyReader.ReadAtLeastAsync(MostBytes + 1, cancellationToken).ConfigureAwait(false);
        var isTooLarge = read.Buffer.Length > MostBytes;
        var body = isTooLarge ? [] : read.Buffer.ToArray();
        request.BodyReader.AdvanceTo(read.Buffer.End);
        return isTooLarge ? throw TooLarge() : body;
    }

    // Middleware that decompresses reports damaged data by the last two, Brotli by the last.
    private static bool IsOfSender(Exception cause) =>
        cause is IOException and not BadHttpRequestException or InvalidDataException or InvalidOperationException;

    private static BadHttpRequestException TooLarge() =>
        new("The body is too large.", StatusCodes.Status413PayloadTooLarge);
}
