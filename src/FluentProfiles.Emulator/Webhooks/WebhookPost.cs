using System.Net.Http.Headers;
using System.Text;

namespace FluentProfiles.Emulator.Webhooks;

/// <summary>Delivers one message: signed afresh for each attempt, until the receiver answers with a success or the attempts are
/// spent. Never throws.</summary>
internal sealed class WebhookPost(WebhookSigner signer, WebhookLog log, TimeProvider time) : IDisposable
{
    private const int MostAttempts = 3;
    private static readonly TimeSpan AttemptTimeout = TimeSpan.FromSeconds(10);

    // Straight to the address: no proxy that the environment names, and no redirect that could lead off this machine.
    private readonly SocketsHttpHandler direct = new()
    {
        UseProxy = false,
        AllowAutoRedirect = false,
        UseCookies = false,
    };

    /// <summary>What sends in place of a socket, or null.</summary>
    public HttpMessageHandler? Handler { get; set; }

    public async Task DeliverAsync(WebhookMessage message, CancellationToken stop)
    {
        for (var attempt = 1; attempt <= MostAttempts && !stop.IsCancellationRequested; attempt++)
        {
            var webhook = Sign(message, attempt);
            var status = await StatusAsync(message, webhook, stop).ConfigureAwait(false);
            log.Add(webhook with { Status = status });
            if (status is >= 200 and < 300)
                return;
        }
    }

    /// <summary>Logs a message that is never sent.</summary>
    public void Lose(WebhookMessage message) => log.Add(Sign(message, 0));

    public void Dispose() => direct.Dispose();

    private EmulatorWebhook Sign(WebhookMessage message, int attempt) =>
        new()
        {
            Url = message.Url.AbsoluteUri,
            Headers = signer.Headers(message.Id, message.Body, time.GetUtcNow()),
            Body = Encoding.UTF8.GetString(message.Body),
            Attempt = attempt,
        };

    private async Task<int> StatusAsync(WebhookMessage message, EmulatorWebhook webhook, CancellationToken stop)
    {
        using CancellationTokenSource timeout = new(AttemptTimeout, time);
        using var either = CancellationTokenSource.CreateLinkedTokenSource(timeout.Token, stop);
        using HttpRequestMessage request = new(HttpMethod.Post, message.Url)
        {
            Content = new ByteArrayContent(message.Body)
            {
                Headers = { ContentType = new MediaTypeHeaderValue("application/json") },
            },
        };
        foreach (var (name, value) in webhook.Headers)
            request.Headers.Add(name, value);
        try
        {
            using HttpMessageInvoker sender = new(Handler ?? direct, disposeHandler: false);
            using var response = await sender.SendAsync(request, either.Token).ConfigureAwait(false);
            return (int)response.StatusCode;
        }
        // A handler of a test passes the exceptions of the receiver on.
        catch (Exception)
        {
            return 0;
        }
    }
}
