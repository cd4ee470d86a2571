using System.Net;
using Flurl.Http;
using Flurl.Http.Testing;

namespace FluentProfiles.Tests.Http.OnFlurl;

/// <summary>Flurl follows no redirect with the credentials, even where its settings say so.</summary>
public sealed class FlurlRedirectTests
{
    public static TheoryData<Action<IFlurlClient>> Settings =>
        [
            _ => { },
            flurl => flurl.WithAutoRedirect(true),
            flurl => flurl.BeforeCall(call => call.Request.WithAutoRedirect(true)),
            flurl =>
            {
                var redirects = flurl.Settings.Redirects;
                (redirects.Enabled, redirects.ForwardHeaders, redirects.ForwardAuthorizationHeader) = (
                    true,
                    true,
                    true
                );
                redirects.AllowSecureToInsecure = true;
            },
        ];

    [Theory]
    [MemberData(nameof(Settings))]
    public async Task Redirect_IsNotFollowed(Action<IFlurlClient> configure)
    {
        foreach (var status in (int[])[301, 302, 303, 307, 308])
        {
            await using var elsewhere = new RawServer("HTTP/1.1 200 OK\r\nContent-Length: 0\r\n\r\n");
            await using var server = new RawServer(
                $"HTTP/1.1 {status} There\r\nLocation: {elsewhere.BaseUrl}/v1/user_profiles\r\nContent-Length: 0\r\n\r\n"
            );
            var redirects = 0;
            using var flurl = FlurlService.NewClient().OnRedirect(_ => redirects++);
            configure(flurl);
            using var client = FlurlService.Over(flurl, server.BaseUrl);

            var failure = await client.FailAsync<ProfilesApiException>();

            Assert.Equal((HttpStatusCode)status, failure.StatusCode);
            Assert.Empty(elsewhere.Heads);
            Assert.Equal(0, redirects);
        }
    }

    [Fact]
    public async Task RedirectOfACreate_IsNotFollowed()
    {
        using HttpTest test = new();
        test.RespondWith("", 307, new { Location = "https://elsewhere.test/" });
        using var flurl = new FlurlClient().WithAutoRedirect(true);
        using var client = FlurlService.Over(flurl);

        await Assert.ThrowsAnyAsync<ProfilesException>(() => client.CreateAsync(new() { Name = "Ada" }));

        test.ShouldNotHaveCalled("https://elsewhere.test*");
    }
}
