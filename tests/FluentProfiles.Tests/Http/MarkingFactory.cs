using Flurl.Http.Configuration;

namespace FluentProfiles.Tests.Http;

/// <summary>A factory as Flurl's users write them: the usual client, with something of theirs.</summary>
internal sealed class MarkingFactory : DefaultHttpClientFactory
{
    public override HttpClient CreateHttpClient(HttpMessageHandler handler)
    {
        var client = base.CreateHttpClient(handler);
        client.DefaultRequestHeaders.Add("x-made-by", "factory");
        return client;
    }
}
