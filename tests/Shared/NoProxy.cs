using System.Net;
using System.Runtime.CompilerServices;

namespace FluentProfiles.Tests;

/// <summary>Clients that a test makes itself reach loopback whatever proxy the environment names. The library's own clients must do
/// so without this: <c>ProxyTests</c> names a proxy again.</summary>
internal static class NoProxy
{
    [ModuleInitializer]
    public static void Set() => HttpClient.DefaultProxy = new WebProxy();
}
