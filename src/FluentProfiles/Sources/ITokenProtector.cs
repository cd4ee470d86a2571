using System.Security.Cryptography;

namespace FluentProfiles;

/// <summary>Encrypts and signs resume tokens, so that clients that receive a token can neither read nor change it. Set
/// it as <see cref="ProfilesClientOptions.TokenProtector"/>. Implementations must be thread-safe. Every process that
/// resumes a token needs the same keys.</summary>
public interface ITokenProtector
{
    /// <summary>Protects a token.</summary>
    /// <param name="token">The bytes to protect.</param>
    /// <param name="purpose">A string that identifies the query. Only <see cref="Unprotect"/> with the same purpose may
    /// return the bytes.</param>
    /// <returns>The protected bytes. They increase the length of the token.</returns>
    byte[] Protect(byte[] token, string purpose);

    /// <summary>Returns the bytes that were passed to <see cref="Protect"/>.</summary>
    /// <param name="protectedToken">The bytes that <see cref="Protect"/> returned. They are untrusted input and may
    /// have any content.</param>
    /// <param name="purpose">The purpose with which the bytes were protected.</param>
    /// <exception cref="CryptographicException">The bytes were changed, were protected with another purpose or other
    /// keys, or have expired. The library converts this exception to an <see cref="ArgumentException"/>.</exception>
    byte[] Unprotect(byte[] protectedToken, string purpose);
}
