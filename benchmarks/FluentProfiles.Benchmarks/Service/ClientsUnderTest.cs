using Anthropic;
using FluentProfiles.Benchmarks.HandWritten;
using Flurl.Http;

namespace FluentProfiles.Benchmarks.Service;

/// <summary>The clients that are compared, over one service.</summary>
internal sealed class ClientsUnderTest : IDisposable
{
    public const int Profiles = 10_000;

    private readonly EmulatorProcess? emulator;
    private readonly HttpMessageHandler handler;
    private readonly HttpClient oursHttp;

    public ClientsUnderTest(HttpMessageHandler handler, string baseUrl, EmulatorProcess? emulator = null)
    {
        this.emulator = emulator;
        this.handler = handler;
        HandWritten = HandWrittenLoop.ClientOf(handler, baseUrl);
        oursHttp = new HttpClient(handler, disposeHandler: false);
        Ours = new ProfilesClient(new() { BaseUrl = baseUrl, ApiKey = "any-key" }, oursHttp);
        Flurl = FlurlLoop.ClientOf(handler, baseUrl);
        OursOverFlurl = new ProfilesClient(
            new()
            {
                BaseUrl = baseUrl,
                ApiKey = "any-key",
                Transport = new FlurlTransport(Flurl),
            }
        );
        Sdk = new AnthropicClient
        {
            BaseUrl = baseUrl,
            ApiKey = "any-key",
            HttpClient = new HttpClient(handler, disposeHandler: false),
        };
    }

    public HttpClient HandWritten { get; }

    public ProfilesClient Ours { get; }

    public IFlurlClient Flurl { get; }

    public ProfilesClient OursOverFlurl { get; }

    public AnthropicClient Sdk { get; }

    public static async Task<ClientsUnderTest> OverAsync(Link link)
    {
        if (link == Link.Memory)
            return new(await RecordedPages.OfAsync(Profiles), RecordedPages.BaseUrl);
        var emulator = await EmulatorProcess.StartAsync(Profiles);
        return new(ProfilesClient.CreateHandler(), emulator.BaseUrl, emulator);
    }

    public void Dispose()
    {
        Sdk.Dispose();
        OursOverFlurl.Dispose();
        Flurl.Dispose();
        Ours.Dispose();
        oursHttp.Dispose();
        HandWritten.Dispose();
        handler.Dispose();
        emulator?.Dispose();
    }
}
