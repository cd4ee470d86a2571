using System.Net;
using System.Text;

namespace FluentProfiles.Http;

/// <summary>The host of an address in one spelling: in ASCII and small letters, without the dot of a fully qualified name, an
/// address of IPv4 in four decimal numbers.</summary>
internal static class HostName
{
    public static string Of(Uri address)
    {
        // Letters and digits of full width are ordinary ones to whoever resolves the name.
        var plain = address.Host.Normalize(NormalizationForm.FormKC);
        var name = Ascii.IsValid(plain) ? plain.Trim('[', ']') : address.IdnHost;
        var host = name.EndsWith('.') ? name[..^1] : name;
        return IPAddress.TryParse(host, out var ip) ? $"{ip}" : host.ToLowerInvariant();
    }
}
