using System.Net;
using FluentProfiles.Emulator;

namespace FluentProfiles.Tests.Http;

/// <summary>What stands between a client and the service: it changes addresses on the way there and bodies on the way
/// back.</summary>
internal sealed class Intermediary(HttpMessageHandler? inner = null)
    : DelegatingHandler(inner ?? ProfilesClient.CreateHandler())
{
    /// <summary>Gives the path and query that is sent instead.</summary>
    public Func<string, string> Address { get; set; } = address => address;

    /// <summary>Gives the body that is received instead.</summary>
    public Func<HttpRequestMessage, string, string> Body { get; set; } = (_, body) => body;

    /// <summary>Gives the status that is received instead.</summary>
    public Func<HttpStatusCode, HttpStatusCode> Status { get; set; } = status => status;

    /// <summary>A client that reaches the service by way of this.</summary>
    public ProfilesClient Client(TestService service) => Client(service.Emulator);

    /// <summary>A client that reaches the service by way of this.</summary>
    public ProfilesClient Client(ProfileEmulator emulator) =>
        new(
            new()
            {
                BaseUrl = emulator.BaseUrl,
                ApiKey = TestService.Key,
                MaxRetries = 0,
            },
            new HttpClient(this)
        );

    protected override async Task<HttpResponseMessage> SendAsync(
        HttpRequestMessage request,
        CancellationToken cancellationToken
    )
    {
        request.RequestUri = new(request.RequestUri!, Address(request.RequestUri!.PathAndQuery));
        var response = await base.SendAsync(request, cancellationToken);
        var body = await response.Content.ReadAsStringAsync(cancellationToken);
        response.StatusCode = Status(response.StatusCode);
        response.Content = new StringContent(Body(request, body), null, "application/json");
        return response;
    }
}
