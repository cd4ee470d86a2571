using System.Collections.Concurrent;
using System.Globalization;
using System.Net;
using FluentProfiles.Hosting.Tests;
using FluentProfiles.Tests.Webhooks;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Server.Kestrel.Core;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Time.Testing;

namespace FluentProfiles.AspNetCore.Tests;

/// <summary>An application on a port of its own with a webhook endpoint, whose clock stands still at the time at which
/// <see cref="SignedMessage"/> signs.</summary>
internal sealed class WebhookApplication : IAsyncDisposable
{
    public const string Route = "/hooks/claude";

    private static readonly HttpClient Sender = new(
        new SocketsHttpHandler { UseProxy = false, AllowAutoRedirect = false }
    );

    private readonly WebApplication app;

    private WebhookApplication(WebApplication app) => this.app = app;

    public string Url => app.Urls.Single() + Route;

    public int Port => new Uri(app.Urls.Single()).Port;

    public FakeTimeProvider Clock { get; private init; } = new();

    public RecordingLoggerProvider Log { get; private init; } = new();

    public ReloadableProvider Configuration { get; private init; } = new();

    /// <summary>The ids of the events that reached the handler of the endpoint.</summary>
    public ConcurrentQueue<string> Handled { get; private init; } = [];

    /// <param name="handle">What the handler of the endpoint does with an event.</param>
    /// <param name="options">Sets options. The secret is set.</param>
    /// <param name="services">Adds services.</param>
    /// <param name="pipeline">Adds middleware before the endpoint.</param>
    /// <param name="conventions">Adds conventions to the endpoint.</param>
    /// <param name="protocols">The protocols of the server.</param>
    public static async Task<WebhookApplication> StartAsync(
        Func<WebhookEvent, CancellationToken, ValueTask>? handle = null,
        Action<ProfileWebhooksOptions>? options = null,
        Action<IServiceCollection>? services = null,
        Action<WebApplication>? pipeline = null,
        Action<IEndpointConventionBuilder>? conventions = null,
        HttpProtocols protocols = HttpProtocols.Http1
    )
    {
        var builder = WebApplication.CreateSlimBuilder();
        ReloadableProvider configuration = new();
        RecordingLoggerProvider log = new();
        var clock = SignedMessage.Clock();
        ((IConfigurationBuilder)builder.Configuration).Add(configuration);
        builder.Logging.ClearProviders().AddProvider(log).SetMinimumLevel(LogLevel.Debug);
        builder.WebHost.ConfigureKestrel(kestrel =>
            kestrel.Listen(IPAddress.Loopback, 0, listen => listen.Protocols = protocols)
        );
        builder
            .Services.AddProfileWebhooks(set => set.TimeProvider = clock)
            .BindConfiguration("Hooks")
            .Configure(options ?? (set => set.Secrets.Add(SignedMessage.Secret)));
        services?.Invoke(builder.Services);
        WebhookApplication application = new(builder.Build())
        {
            Clock = clock,
            Log = log,
            Configuration = configuration,
        };
        pipeline?.Invoke(application.app);
        var endpoint = application.app.MapProfileWebhooks(
            Route,
            async (received, cancellationToken) =>
            {
                if (handle is not null)
                    await handle(received, cancellationToken);
                application.Handled.Enqueue(received.Id);
            }
        );
        conventions?.Invoke(endpoint);
        await application.app.StartAsync();
        return application;
    }

    /// <summary>The JSON of an event about a profile.</summary>
    public static string Event(
        string id,
        string profile = "uprof_1",
        string type = WebhookEventType.Values.UserProfileProgramStatusUpdated
    ) =>
        SignedMessage
            .Event.Replace("wevt_1", id, StringComparison.Ordinal)
            .Replace("uprof_1", profile, StringComparison.Ordinal)
            .Replace(WebhookEventType.Values.UserProfileProgramStatusUpdated, type, StringComparison.Ordinal);

    /// <summary>Posts an event as the service does.</summary>
    public Task<HttpResponseMessage> PostEventAsync(string id) => PostAsync(SignedMessage.Of(Event(id)));

    public async Task<int> StatusOfAsync(SignedMessage message)
    {
        using var response = await PostAsync(message);
        return (int)response.StatusCode;
    }

    public Task<HttpResponseMessage> PostAsync(
        SignedMessage message,
        Action<HttpRequestMessage>? change = null,
        CancellationToken cancellationToken = default
    )
    {
        HttpRequestMessage request = new(HttpMethod.Post, Url) { Content = new ByteArrayContent(message.Body) };
        foreach (var (name, value) in HeadersOf(message))
            request.Headers.TryAddWithoutValidation(name, value);
        change?.Invoke(request);
        return Sender.SendAsync(request, HttpCompletionOption.ResponseHeadersRead, cancellationToken);
    }

    public static IEnumerable<(string Name, string Value)> HeadersOf(SignedMessage message)
    {
        foreach (
            var (name, value) in new[]
            {
                ("webhook-id", message.Id),
                ("webhook-timestamp", message.Timestamp),
                ("webhook-signature", message.Signatures),
            }
        )
        {
            if (value is not null)
                yield return (name, value);
        }
    }

    /// <summary>A message that was sent so many seconds before the clock.</summary>
    public static SignedMessage Aged(int seconds)
    {
        var timestamp = (SignedMessage.SentAt - seconds).ToString(CultureInfo.InvariantCulture);
        return SignedMessage.Of(SignedMessage.Of().Body, timestamp: timestamp);
    }

    public async ValueTask DisposeAsync()
    {
        await app.StopAsync(new CancellationToken(canceled: true));
        await app.DisposeAsync();
    }
}
