using FluentProfiles.Emulator.Data;

namespace FluentProfiles.Emulator.Webhooks;

/// <summary>Posts what happens to profiles to one address, and lets that go wrong. Thread-safe.</summary>
internal sealed class WebhookSender : IDisposable
{
    private readonly bool allowRemote;
    private readonly RandomIds ids;
    private readonly TimeProvider time;
    private readonly WebhookFates fates;
    private readonly WebhookPost post;
    private readonly WebhookQueue queue;
    private Uri? url;

    public WebhookSender(ProfileEmulatorOptions options, RandomIds ids)
    {
        (this.ids, time, allowRemote) = (ids, options.TimeProvider, options.AllowRemoteWebhooks);
        var faults = options.Faults ?? new();
        fates = new(faults);
        Log = new(options.LogRequests);
        Url = options.WebhookUrl;
        post = new(new(options.WebhookSecret), Log, time) { Handler = options.WebhookHandler };
        queue = new(post, faults.Delay, time);
    }

    public WebhookLog Log { get; }

    /// <exception cref="ArgumentException">The value is no address to post to.</exception>
    public string? Url
    {
        get => url?.OriginalString;
        set => url = WebhookAddress.Of(value, allowRemote);
    }

    public HttpMessageHandler? Handler
    {
        get => post.Handler;
        set => post.Handler = value;
    }

    public void Post(ProfileEvent happened)
    {
        if (url is not { } address)
            return;
        var fate = fates.Of(happened);
        var body = happened.ToJson(ids.Next("wevt_01"), time.GetUtcNow());
        WebhookMessage message = new(address, ids.Next("msg_01"), body, fate.IsRepeated ? 2 : 1);
        if (fate.IsLost)
            post.Lose(message);
        else
            queue.Add(message, fate.IsHeldBack);
    }

    public Task FlushAsync(CancellationToken ct) => queue.FlushAsync(ct);

    public void Dispose() => queue.Dispose();
}
