using System.Security.Authentication;
using System.Security.Cryptography.X509Certificates;

namespace FluentProfiles.Http.Failures;

/// <summary>Describes why a TLS handshake failed. .NET reports that only in the message of its exception, which lists flags
/// by name.</summary>
internal static class TlsCause
{
    private const string OtherName = "RemoteCertificateNameMismatch";

    public static string Of(AuthenticationException failure)
    {
        var flags = Enum.GetNames<X509ChainStatusFlags>().Where(flag => Mentions(failure, flag)).ToArray();
        return Mentions(failure, OtherName) ? "TLS: the certificate is for another host name"
            : flags.Contains(nameof(X509ChainStatusFlags.NotTimeValid))
                ? $"TLS: certificate expired or not valid yet{Details(flags)}"
            : flags.Length > 0 || Mentions(failure, "RemoteCertificate")
                ? $"TLS: certificate not trusted{Details(flags)}"
            : "TLS: the handshake failed";
    }

    private static bool Mentions(AuthenticationException failure, string flag) =>
        failure.Message.Split([' ', ',', '.', ':']).Contains(flag);

    private static string Details(string[] flags) => flags.Length == 0 ? "" : $" ({string.Join(", ", flags)})";
}
