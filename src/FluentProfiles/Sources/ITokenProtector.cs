using System.Security.Cryptography;

namespace FluentProfiles;

/// <summary>Encrypts and signs resume tokens, so that their holders can neither read nor change them. Set it as <see
/// cref="ProfilesClientOptions.TokenProtector"/>. Implementations must be thread-safe; every process that resumes a token
/// needs the same keys.</summary>
public interface ITokenProtector
{
    /// <summary>Protects a token.</summary>
    /// <param name="token">The bytes to protect.</param>
    /// <param name="purpose">A text that identifies the query. Only <see cref="Unprotect"/> with the same purpose may return the
    /// bytes.</param>
    /// <returns>The protected bytes. They add to the length of the token.</returns>
    byte[] Protect(byte[] token, string purpose);

    /// <summary>Returns the bytes that were passed to <see cref="Protect"/>.</summary>
    /// <param name="protectedToken">The bytes that <see cref="Protect"/> returned. They come from outside, so they may be
    /// any bytes.</param>
    /// <param name="purpose">The purpose that the bytes were protected for.</param>
    /// <exception cref="CryptographicException">The bytes were changed, were protected for another purpose or with other keys, or have
    /// expired. The library turns it into an <see cref="ArgumentException"/>.</exception>
    byte[] Unprotect(byte[] protectedToken, string purpose);
}
