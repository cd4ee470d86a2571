using System.Text;

namespace FluentProfiles.Emulator.Protocol;

/// <summary>The largest body that the service accepts. A larger one is answered with 413 and is not read to its end.</summary>
internal static class BodyLimit
{
    public const int Bytes = 1024 * 1024;

    /// <summary>Reads a body.</summary>
    /// <param name="body">The body.</param>
    /// <param name="announced">The length that the headers announce; null where they announce none.</param>
    /// <param name="ct">Ends the wait.</param>
    /// <returns>The text, or null when the body is too large.</returns>
    public static async Task<string?> ReadAsync(Stream body, long? announced, CancellationToken ct)
    {
        if (announced > Bytes)
            return null;
        using MemoryStream read = new();
        var buffer = new byte[16 * 1024];
        while (await body.ReadAsync(buffer, ct).ConfigureAwait(false) is > 0 and var count)
        {
            if (read.Length + count > Bytes)
                return null;
            read.Write(buffer, 0, count);
        }
        read.Position = 0;
        using StreamReader text = new(read, Encoding.UTF8);
        return await text.ReadToEndAsync(ct).ConfigureAwait(false);
    }

    public static bool IsExceededBy(EmulatorRequest request) =>
        request.IsTooLarge || Encoding.UTF8.GetByteCount(request.Body) > Bytes;
}
