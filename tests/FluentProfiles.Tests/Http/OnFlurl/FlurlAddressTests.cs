using CsCheck;
using Flurl.Http;
using Flurl.Http.Testing;

namespace FluentProfiles.Tests.Http.OnFlurl;

/// <summary>Flurl parses an address as soon as a handler looks at it, and writes it anew: it must stay the same.</summary>
public sealed class FlurlAddressTests
{
    private static readonly Gen<string> Text = Gen.String[
        Gen.Char["aZ9%2fF+/=&#?;:@!$'()*,[]{}|\\^`\"<> ~.-_üß…"],
        1,
        12
    ];

    private static readonly Gen<string> BaseUrl = Gen.OneOf(
        "https://service.test",
        "https://service.test:8443/a%20b/c",
        "http://[::1]:8080",
        "https://b\u00fccher.test/\u00fc"
    );

    [Fact]
    public Task AddressThatAHandlerReads_StaysTheSame() =>
        Check.SampleAsync(
            Gen.Select(Text, Gen.Bool, BaseUrl),
            async (text, isId, baseUrl) =>
                Assert.Equal(
                    await AddressAsync(text, isId, baseUrl, _ => { }),
                    await AddressAsync(text, isId, baseUrl, Read)
                ),
            iter: 400
        );

    [Fact]
    public async Task AddressThatAHandlerChanges_IsSent()
    {
        var address = await AddressAsync(
            "c",
            isId: false,
            "https://service.test",
            call => call.Request.SetQueryParam("x", "a b")
        );

        Assert.Equal("https://service.test/v1/user_profiles?limit=100&page=c&x=a%20b", address);
    }

    private static void Read(FlurlCall call)
    {
        Assert.NotEmpty(call.Request.Url.Host);
        Assert.False(call.Request.Url.QueryParams.Contains("other"));
    }

    private static async Task<string> AddressAsync(string text, bool isId, string baseUrl, Action<FlurlCall> before)
    {
        using HttpTest test = new();
        using var flurl = new FlurlClient().BeforeCall(before);
        using var client = FlurlService.Over(flurl, baseUrl);
        await Assert.ThrowsAnyAsync<ProfilesException>(async () =>
        {
            if (isId)
                await client.GetAsync("uprof_" + text);
            else
                await client.Query().FromPage(text).ToListAsync();
        });
        return Assert.Single(test.CallLog).HttpRequestMessage.RequestUri!.AbsoluteUri;
    }
}
