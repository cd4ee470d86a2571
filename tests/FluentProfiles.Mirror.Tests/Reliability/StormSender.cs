using System.Collections.Concurrent;
using System.Globalization;
using System.Net;
using FluentProfiles.Tests.Webhooks;

namespace FluentProfiles.Mirror.Tests.Reliability;

/// <summary>Delivers events as the service does at its worst, until each is acknowledged: twice and three times, in no order, several at
/// once. Others post what is not genuine meanwhile.</summary>
/// <param name="host">Where they go.</param>
internal sealed class StormSender(WebhookHost host) : IDisposable
{
    private const int Large = 10 * 1024 * 1024;

    private readonly HttpClient client = new(new SocketsHttpHandler { UseProxy = false });
    private readonly ConcurrentDictionary<int, int> statuses = [];
    private int messages;

    /// <summary>How often each status was the response; 0 for no response.</summary>
    public IReadOnlyDictionary<int, int> Statuses => statuses;

    /// <summary>The responses to messages that are not genuine.</summary>
    public ConcurrentBag<int> ToForgeries { get; } = [];

    public Task DeliverAsync(IReadOnlyList<byte[]> events, Random random)
    {
        var deliveries = events.SelectMany(one => Enumerable.Repeat(one, 1 + random.Next(3))).ToArray();
        random.Shuffle(deliveries);
        return Parallel.ForEachAsync(
            deliveries,
            new ParallelOptions { MaxDegreeOfParallelism = 8 },
            async (body, _) => await DeliverAsync(body)
        );
    }

    /// <summary>Posts an event of a stranger, one that was changed, one of long ago, one that is no event, and one that is far too
    /// large.</summary>
    public async Task ForgeAsync(byte[] body)
    {
        var (id, now) = ("msg_forged", Timestamp(TimeSpan.Zero));
        byte[] changed = [.. body, (byte)' '];
        var old = Timestamp(-TimeSpan.FromHours(1));
        var large = new byte[Large];
        foreach (
            var message in new SignedMessage[]
            {
                new(id, now, SignedMessage.Sign(id, now, body, SignedMessage.OtherSecret), body),
                new(id, now, SignedMessage.Sign(id, now, body), changed),
                new(id, old, SignedMessage.Sign(id, old, body), body),
                new(id, now, SignedMessage.Sign(id, now, "{}"u8.ToArray()), "{}"u8.ToArray()),
                new(id, now, SignedMessage.Sign(id, now, large), large),
            }
        )
            ToForgeries.Add(await PostAsync(message));
    }

    public void Dispose() => client.Dispose();

    private async Task DeliverAsync(byte[] body)
    {
        for (var isDone = false; !isDone; )
        {
            var id = string.Create(CultureInfo.InvariantCulture, $"msg_{Interlocked.Increment(ref messages)}");
            var now = Timestamp(TimeSpan.Zero);
            var status = await PostAsync(new(id, now, SignedMessage.Sign(id, now, body), body));
            statuses.AddOrUpdate(status, 1, (_, count) => count + 1);
            isDone = status == (int)HttpStatusCode.NoContent;
            if (!isDone)
                await Task.Delay(20);
        }
    }

    private async Task<int> PostAsync(SignedMessage message)
    {
        if (host.Url is not { } url)
            return 0;
        using HttpRequestMessage request = new(HttpMethod.Post, url) { Content = new ByteArrayContent(message.Body) };
        request.Headers.Add("webhook-id", message.Id);
        request.Headers.Add("webhook-timestamp", message.Timestamp);
        request.Headers.Add("webhook-signature", message.Signatures);
        try
        {
            using var response = await client.SendAsync(request);
            return (int)response.StatusCode;
        }
        catch (HttpRequestException)
        {
            return 0;
        }
    }

    private static string Timestamp(TimeSpan after) =>
        (TimeProvider.System.GetUtcNow() + after).ToUnixTimeSeconds().ToString(CultureInfo.InvariantCulture);
}
