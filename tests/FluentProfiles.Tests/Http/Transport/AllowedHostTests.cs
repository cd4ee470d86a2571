namespace FluentProfiles.Tests.Http.Transport;

/// <summary>Requests, and the key with them, go only to hosts that are allowed.</summary>
public sealed class AllowedHostTests
{
    [Theory]
    [InlineData("https://api.example.com", "api.example.com")]
    [InlineData("https://API.Example.COM", "api.example.com")]
    [InlineData("https://api.example.com", "API.EXAMPLE.COM")]
    [InlineData("https://api.example.com.", "api.example.com")]
    [InlineData("https://api.example.com", "api.example.com.")]
    [InlineData("https://api.example.com:8443", "api.example.com")]
    [InlineData("https://api.example.com:8443/gateway", "api.example.com:8443")]
    [InlineData("https://api.example.com", "api.example.com:443")]
    [InlineData("https://api.example.com", "other.test", "api.example.com")]
    [InlineData("https://eu.api.example.com", "*.example.com")]
    [InlineData("https://eu.api.example.com:99", "*.EXAMPLE.com:99")]
    [InlineData("https://bücher.test", "bücher.test")]
    [InlineData("https://BÜCHER.test", "xn--bcher-kva.test")]
    [InlineData("https://xn--bcher-kva.test", "bücher.test")]
    [InlineData("https://a.bücher.test", "*.xn--bcher-kva.test")]
    [InlineData("https://10.0.0.1", "10.0.0.1")]
    [InlineData("https://0x0a000001", "10.0.0.1")]
    [InlineData("https://[2001:db8::1]:8443", "[2001:0DB8::1]:8443")]
    [InlineData("http://127.0.0.1:5000", "127.0.0.1")]
    [InlineData("https://my_service.test", "my_service.test")]
    public void AllowedHost_IsAccepted(string url, params string[] hosts) => Create(url, hosts).Dispose();

    [Theory]
    [InlineData("https://evil.test", "api.example.com")]
    [InlineData("https://api.example.com.evil.test", "api.example.com")]
    [InlineData("https://evilapi.example.com", "api.example.com")]
    [InlineData("https://eu.api.example.com", "api.example.com")]
    [InlineData("https://example.com", "*.example.com")]
    [InlineData("https://evilexample.com", "*.example.com")]
    [InlineData("https://example.com.evil.test", "*.example.com")]
    [InlineData("https://api.example.com:8443", "api.example.com:443")]
    [InlineData("https://api.example.com", "api.example.com:8443")]
    [InlineData("https://eu.example.com", "*.example.com:99")]
    [InlineData("https://bucher.test", "bücher.test")]
    [InlineData("https://10.0.0.10", "10.0.0.1")]
    [InlineData("http://127.0.0.1:5000", "localhost")]
    [InlineData("https://evil.test/api.example.com", "api.example.com")]
    public void OtherHost_IsRefused(string url, params string[] hosts)
    {
        var failure = Assert.Throws<ProfilesConfigurationException>(() => Create(url, hosts));

        Assert.Contains("AllowedHosts", failure.Message);
        Assert.Contains(new Uri(url).Authority, failure.Message);
    }

    [Theory]
    [InlineData("")]
    [InlineData(" ")]
    [InlineData(null)]
    [InlineData("*")]
    [InlineData("*.")]
    [InlineData("*example.com")]
    [InlineData("api.*.com")]
    [InlineData("*.*.com")]
    [InlineData("*.10.0.0.1")]
    [InlineData("https://api.example.com")]
    [InlineData("api.example.com/")]
    [InlineData("api.example.com/v1")]
    [InlineData("user@api.example.com")]
    [InlineData("api.example.com?x")]
    [InlineData("api.example.com#x")]
    [InlineData("api.example.com:")]
    [InlineData("api.example.com:99999")]
    [InlineData("api.example.com:0")]
    [InlineData("*.example.com:0")]
    [InlineData("[::1]:00000")]
    [InlineData("api.example.com:http")]
    [InlineData(" api.example.com")]
    [InlineData("api.example.com\n")]
    [InlineData("api.example.com,other.test")]
    [InlineData("::1")]
    [InlineData("[::1")]
    [InlineData("a..b")]
    public void EntryThatIsNoHost_IsRefusedEvenBesideAnotherThatAllows(string? entry)
    {
        var failure = Assert.Throws<ProfilesConfigurationException>(() =>
            Create("https://api.example.com", "api.example.com", entry!)
        );

        Assert.Contains($"AllowedHosts has the entry '{entry}'", failure.Message);
    }

    [Fact]
    public void Null_IsRefusedAndNoneAllowsAny()
    {
        var failure = Assert.Throws<ProfilesConfigurationException>(() =>
            new ProfilesClient(new() { AllowedHosts = null! })
        );

        Assert.Contains("AllowedHosts", failure.Message);
        new ProfilesClient(new() { BaseUrl = "https://any.test", AllowedHosts = [] }).Dispose();
    }

    [Theory]
    [InlineData("http://169.254.169.254")]
    [InlineData("https://169.254.0.1:8443")]
    [InlineData("https://169.254.169.254./latest")]
    [InlineData("http://2852039166")]
    [InlineData("http://2852039166.")]
    [InlineData("http://0xA9FEA9FE")]
    [InlineData("http://0251.0376.0251.0376")]
    [InlineData("http://0xa9.254.0251.0xfe")]
    [InlineData("http://0xa9.0xfe.43518.")]
    [InlineData("http://169.16689662")]
    [InlineData("http://169。254。169。254")]
    [InlineData("http://[fe80::1]")]
    [InlineData("http://[febf::1]")]
    [InlineData("http://[fd00:ec2::254]")]
    [InlineData("http://[fd00:0ec2:0:0:0:0:0:0254]")]
    [InlineData("http://[fd20:ce::254]")]
    [InlineData("http://[::ffff:169.254.169.254]")]
    [InlineData("http://[::ffff:a9fe:a9fe]")]
    [InlineData("http://[::a9fe:a9fe]")]
    [InlineData("http://[64:ff9b::169.254.169.254]")]
    [InlineData("http://[2002:a9fe:a9fe::1]")]
    [InlineData("http://metadata.google.internal")]
    [InlineData("http://Metadata.Google.Internal.")]
    [InlineData("https://metadata.goog")]
    [InlineData("http://100.100.100.200")]
    [InlineData("http://168.63.129.16")]
    public void MetadataHost_IsRefusedThoughAllowed(string url)
    {
        var failure = Assert.Throws<ProfilesConfigurationException>(() =>
            new ProfilesClient(new() { BaseUrl = url, AllowInsecureHttp = true })
        );

        Assert.Contains("metadata", failure.Message);
    }

    [Theory]
    [InlineData("https://169.253.169.254")]
    [InlineData("https://170.254.169.254")]
    [InlineData("https://[2001:db8::a9fe:a9fe]")]
    [InlineData("https://[fec0::1]")]
    [InlineData("https://metadata.example.com")]
    [InlineData("https://169.254.169.254.example.com")]
    public void HostThatOnlyLooksLikeIt_IsAccepted(string url) => new ProfilesClient(new() { BaseUrl = url }).Dispose();

    private static ProfilesClient Create(string url, params string[] hosts) =>
        new(new() { BaseUrl = url, AllowedHosts = hosts });
}
