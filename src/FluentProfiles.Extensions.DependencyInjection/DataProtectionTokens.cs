using System.Buffers.Binary;
using System.Security.Cryptography;
using Microsoft.AspNetCore.DataProtection;

namespace FluentProfiles.Hosting;

/// <summary>Protects resume tokens with ASP.NET Core Data Protection.</summary>
/// <param name="provider">The provider of the application.</param>
/// <param name="lifetime">How long a token holds; null for no limit.</param>
/// <param name="clock">The clock of the client.</param>
internal sealed class DataProtectionTokens(
    IDataProtectionProvider provider,
    TimeSpan? lifetime,
    Func<TimeProvider> clock
) : ITokenProtector
{
    private const int TimeLength = sizeof(long);

    public byte[] Protect(byte[] token, string purpose)
    {
        var content = new byte[TimeLength + token.Length];
        BinaryPrimitives.WriteInt64LittleEndian(content, Now);
        token.CopyTo(content, TimeLength);
        return provider.CreateProtector(purpose).Protect(content);
    }

    public byte[] Unprotect(byte[] protectedToken, string purpose)
    {
        var content = provider.CreateProtector(purpose).Unprotect(protectedToken);
        if (Now - BinaryPrimitives.ReadInt64LittleEndian(content) > lifetime?.Ticks)
            throw new CryptographicException(
                "The resume token is older than the lifetime that UseDataProtection allows."
            );
        return content[TimeLength..];
    }

    private long Now => clock().GetUtcNow().UtcTicks;
}
