using System.Net.ServerSentEvents;
using System.Runtime.CompilerServices;
using FluentProfiles;

namespace Mirror.Serving;

/// <summary><c>GET /api/feed</c>: the changes of the mirror as server-sent events. The id of an event is the token of its change. A
/// browser that reconnects sends it back in <c>Last-Event-ID</c>, so it misses no change.</summary>
internal static class LiveFeed
{
    // Two small reads of the database for each open page.
    private static readonly TimeSpan Interval = TimeSpan.FromMilliseconds(250);

    public static async Task<IResult> OpenAsync(
        HttpContext context,
        ProfileMirror mirror,
        IHostApplicationLifetime host
    )
    {
        // An open page must not delay the end of the host.
        var end = CancellationTokenSource.CreateLinkedTokenSource(context.RequestAborted, host.ApplicationStopping);
        context.Response.RegisterForDispose(end);
        string? last = context.Request.Headers["Last-Event-ID"];
        var after = await ValidAsync(mirror, last ?? context.Request.Query["after"], end.Token);
        return TypedResults.ServerSentEvents(FollowAsync(mirror, after, end.Token));
    }

    private static async IAsyncEnumerable<SseItem<object>> FollowAsync(
        ProfileMirror mirror,
        string? after,
        [EnumeratorCancellation] CancellationToken cancellationToken
    )
    {
        Freshness? shown = null;
        while (!cancellationToken.IsCancellationRequested)
        {
            var freshness = Freshness.Of(await mirror.GetStatusAsync(cancellationToken));
            if (freshness.IsReady)
                after ??= await mirror.GetChangesTokenAsync(cancellationToken);
            if (freshness != shown)
                yield return new(shown = freshness, "freshness")
                {
                    EventId = after,
                    ReconnectionInterval = TimeSpan.FromSeconds(1),
                };
            if (after is not null)
            {
                await foreach (var change in mirror.ChangesAsync(after, cancellationToken))
                    yield return new(await LiveChange.OfAsync(change, mirror, cancellationToken), "change")
                    {
                        EventId = after = change.Token,
                    };
            }
            await Task.Delay(Interval, cancellationToken).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        }
    }

    /// <summary>Returns the token if the mirror can go on after it; null to start with what changes from now on. The page reads its
    /// list anew whenever it connects.</summary>
    private static async Task<string?> ValidAsync(
        ProfileMirror mirror,
        string? token,
        CancellationToken cancellationToken
    )
    {
        if (string.IsNullOrEmpty(token))
            return null;
        try
        {
            await mirror.ChangesAsync(token, cancellationToken).AnyAsync(cancellationToken);
            return token;
        }
        catch (Exception failure) when (failure is ArgumentException or MirrorChangesExpiredException)
        {
            return null;
        }
    }
}
