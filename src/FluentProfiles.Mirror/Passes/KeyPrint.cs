using System.Security.Cryptography;
using System.Text;
using FluentProfiles.Http.Calls;

namespace FluentProfiles.Mirror.Passes;

/// <summary>Tells the key of one account from that of another.</summary>
internal static class KeyPrint
{
    /// <summary>A text that differs for another key and tells nothing of it.</summary>
    public static async Task<string> OfAsync(ServiceSettings settings, CancellationToken cancellationToken)
    {
        var key = await settings.Credentials.GetAsync(cancellationToken).ConfigureAwait(false);
        var print = SHA256.HashData(Encoding.UTF8.GetBytes($"{settings.BaseUrl} {settings.Workspace} {key}"));
        return Convert.ToHexStringLower(print.AsSpan(0, 8));
    }
}
