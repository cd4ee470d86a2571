using System.Buffers;
using FluentProfiles.Json;

namespace FluentProfiles.Http;

/// <summary>The whole body of a success, in a pooled buffer that goes back when this is disposed of.</summary>
internal sealed class ServiceAnswer : IPageBody
{
    private const int SmallestBuffer = 16 * 1024;

    private byte[] buffer;
    private int length;

    private ServiceAnswer(int capacity) => buffer = ArrayPool<byte>.Shared.Rent(capacity);

    public ReadOnlyMemory<byte> Body => buffer.AsMemory(0, length);

    public string? RequestId { get; private init; }

    public string? ContentType { get; private init; }

    public static async ValueTask<ServiceAnswer> ReadAsync(
        HttpResponseMessage response,
        long maxBytes,
        CancellationToken cancellationToken
    )
    {
        var announced = response.Content.Headers.ContentLength ?? 0;
        var answer = new ServiceAnswer((int)Math.Clamp(announced + 1, SmallestBuffer, 1 << 20))
        {
            RequestId = ResponseHeaders.RequestId(response),
            ContentType = response.Content.Headers.ContentType?.MediaType,
        };
        try
        {
            using var body = await response.Content.ReadAsStreamAsync(cancellationToken).ConfigureAwait(false);
            await answer.FillAsync(body, maxBytes, cancellationToken).ConfigureAwait(false);
            return answer;
        }
        catch
        {
            answer.Dispose();
            throw;
        }
    }

    /// <inheritdoc/>
    public ProfilesProtocolException NotUnderstood(Exception cause) =>
        new(
            length == 0
                ? "The answer is a success with an empty body; something between this program and the service may have sent it."
                : $"The answer is a success but no JSON as the service writes it (content type '{ContentType ?? "none"}', {length} bytes): {cause.Message}",
            cause
        )
        {
            RequestId = RequestId,
        };

    public void Dispose()
    {
        if (buffer.Length > 0)
            ArrayPool<byte>.Shared.Return(buffer);
        buffer = [];
        length = 0;
    }

    private async ValueTask FillAsync(Stream body, long maxBytes, CancellationToken cancellationToken)
    {
        while (true)
        {
            if (length == buffer.Length)
                Grow();
            var read = await ReadAsync(body, cancellationToken).ConfigureAwait(false);
            if (read == 0)
                return;
            length += read;
            if (length > maxBytes)
                throw new ProfilesProtocolException(
                    $"The answer is larger than ProfilesClientOptions.MaxPageBytes ({maxBytes} bytes)."
                )
                {
                    RequestId = RequestId,
                };
        }
    }

    private async ValueTask<int> ReadAsync(Stream body, CancellationToken cancellationToken)
    {
        try
        {
            return await body.ReadAsync(buffer.AsMemory(length), cancellationToken).ConfigureAwait(false);
        }
        catch (Exception cause)
            when (cause is InvalidDataException or InvalidOperationException and not ObjectDisposedException)
        {
            // What the decompressing streams throw, each its own.
            throw new ProfilesProtocolException("The answer is not compressed the way its headers say.", cause)
            {
                RequestId = RequestId,
            };
        }
    }

    private void Grow()
    {
        var larger = ArrayPool<byte>.Shared.Rent(buffer.Length * 2);
        buffer.AsSpan(0, length).CopyTo(larger);
        ArrayPool<byte>.Shared.Return(buffer);
        buffer = larger;
    }
}
