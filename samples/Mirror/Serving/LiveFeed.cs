using System.Net.ServerSentEvents;
using System.Runtime.CompilerServices;
using FluentProfiles;

namespace Mirror.Serving;

/// <summary><c>GET /api/feed</c>: the changes of the mirror as server-sent events. The id of an event is the token of its change, which
/// the browser sends back when it reconnects, so no change is missed.</summary>
internal static class LiveFeed
{
    // One indexed read for each open page.
    private static readonly TimeSpan Interval = TimeSpan.FromMilliseconds(250);

    public static IResult Open(HttpContext context, ProfileMirror mirror, IHostApplicationLifetime host)
    {
        // An open stream must not delay the end of the host.
        var end = CancellationTokenSource.CreateLinkedTokenSource(context.RequestAborted, host.ApplicationStopping);
        context.Response.RegisterForDispose(end);
        return TypedResults.ServerSentEvents(FollowAsync(mirror, end.Token));
    }

    private static async IAsyncEnumerable<SseItem<object>> FollowAsync(
        ProfileMirror mirror,
        [EnumeratorCancellation] CancellationToken cancellationToken
    )
    {
        Freshness? shown = null;
        while (!cancellationToken.IsCancellationRequested)
        {
            var freshness = Freshness.Of(await mirror.GetStatusAsync(cancellationToken));
            if (freshness != shown)
                yield return new(shown = freshness, "freshness");
            await Task.Delay(Interval, cancellationToken).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        }
    }
}
