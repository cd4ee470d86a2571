using System.Net;

namespace FluentProfiles.Tests;

/// <summary>Names a proxy as the environment does, for the whole process, until it is disposed of.</summary>
internal sealed class SystemProxy : IDisposable
{
    /// <summary>Nobody listens here.</summary>
    public const string Dead = "http://127.0.0.1:9";

    private readonly IWebProxy before = HttpClient.DefaultProxy;

    public SystemProxy(string address) => HttpClient.DefaultProxy = new WebProxy(address);

    public void Dispose() => HttpClient.DefaultProxy = before;
}
