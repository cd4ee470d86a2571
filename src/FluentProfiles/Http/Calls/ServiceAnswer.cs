using System.Buffers;
using FluentProfiles.Http.Failures;
using FluentProfiles.Json.Pages;

namespace FluentProfiles.Http.Calls;

/// <summary>The whole body of a success, in a pooled buffer that goes back when this is disposed of.</summary>
internal sealed class ServiceAnswer : IPageBody
{
    private const int SmallestBuffer = 16 * 1024;

    private readonly UntrustedText texts;
    private byte[] buffer;
    private int start;
    private int length;

    private ServiceAnswer(int capacity, UntrustedText texts)
    {
        buffer = ArrayPool<byte>.Shared.Rent(capacity);
        this.texts = texts;
    }

    public ReadOnlyMemory<byte> Body => buffer.AsMemory(start, length - start);

    public required ProfilesResponse Response { get; init; }

    public string? RequestId => Response.RequestId;

    public string? ContentType { get; private init; }

    private string? CharSet { get; init; }

    public static async ValueTask<ServiceAnswer> ReadAsync(
        HttpResponseMessage response,
        long maxBytes,
        UntrustedText texts,
        CancellationToken cancellationToken
    )
    {
        var announced = response.Content.Headers.ContentLength ?? 0;
        var answer = new ServiceAnswer((int)Math.Clamp(announced + 1, SmallestBuffer, 1 << 20), texts)
        {
            Response = new(response),
            ContentType = response.Content.Headers.ContentType?.MediaType,
            CharSet = response.Content.Headers.ContentType?.CharSet?.Trim('"'),
        };
        try
        {
            using var body = await response.Content.ReadAsStreamAsync(cancellationToken).ConfigureAwait(false);
            await answer.ReadToEndAsync(body, maxBytes, cancellationToken).ConfigureAwait(false);
            answer.RepairEncoding();
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
            Body.IsEmpty
                ? "The response has a success status and an empty body; something between this program and the service may have sent it."
                : $"The response has a success status, but its body is not the expected JSON (content type '{ContentType ?? "none"}', {Body.Length} bytes): {texts.Clean(cause.Message)}",
            texts.Clean(cause)
        )
        {
            RequestId = RequestId,
        };

    /// <inheritdoc/>
    public string Clean(string text) => texts.Clean(text);

    /// <inheritdoc/>
    public bool HasCredentials(string text) => texts.OfClient.HasCredentials(text);

    public void Dispose()
    {
        if (buffer.Length > 0)
            ArrayPool<byte>.Shared.Return(buffer);
        buffer = [];
        (start, length) = (0, 0);
    }

    // The only place: whatever is read later, also as JsonElement, is UTF-8.
    private void RepairEncoding()
    {
        start = Utf8Body.MarkLength(Body.Span);
        if (Utf8Body.Repaired(Body.Span) is not { } repaired)
            return;
        if (CharSet is not null && !CharSet.Equals("utf-8", StringComparison.OrdinalIgnoreCase))
            throw new ProfilesProtocolException($"The response is not UTF-8; its content type says '{CharSet}'.")
            {
                RequestId = RequestId,
            };
        ArrayPool<byte>.Shared.Return(buffer);
        buffer = ArrayPool<byte>.Shared.Rent(repaired.Length);
        repaired.CopyTo(buffer, 0);
        (start, length) = (0, repaired.Length);
    }

    private async ValueTask ReadToEndAsync(Stream body, long maxBytes, CancellationToken cancellationToken)
    {
        while (true)
        {
            if (length == buffer.Length)
                Grow(maxBytes);
            var read = await ReadAsync(body, cancellationToken).ConfigureAwait(false);
            if (read == 0)
                return;
            length += read;
            if (length > maxBytes)
                throw new ProfilesProtocolException(
                    $"The response is larger than ProfilesClientOptions.MaxPageBytes ({maxBytes} bytes)."
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
            throw new ProfilesProtocolException(
                "The response is not compressed as its headers state.",
                texts.Clean(cause)
            )
            {
                RequestId = RequestId,
            };
        }
    }

    // One byte more than allowed is enough to detect a body that is too large.
    private void Grow(long maxBytes)
    {
        var larger = ArrayPool<byte>.Shared.Rent((int)Math.Min(2L * buffer.Length, maxBytes + 1));
        buffer.AsSpan(0, length).CopyTo(larger);
        ArrayPool<byte>.Shared.Return(buffer);
        buffer = larger;
    }
}
