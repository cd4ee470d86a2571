using Microsoft.Extensions.DependencyInjection;

namespace FluentProfiles.AspNetCore.Receiving;

/// <summary>Passes an event to all handlers, one after the other.</summary>
/// <param name="last">A handler that the container does not have; null for none.</param>
internal sealed class EventHandling(Func<WebhookEvent, IServiceProvider, CancellationToken, ValueTask>? last)
{
    private const int Remembered = 10_000;

    private readonly HandledEvents events = new(Remembered);

    /// <returns>False for an event that was handled before.</returns>
    public Task<bool> RunAsync(WebhookEvent received, IServiceProvider services, CancellationToken cancellationToken) =>
        events.HandleOnceAsync(
            received.Id,
            () => HandleAsync(received, services, cancellationToken),
            cancellationToken
        );

    private async Task HandleAsync(
        WebhookEvent received,
        IServiceProvider services,
        CancellationToken cancellationToken
    )
    {
        foreach (var handler in services.GetServices<IWebhookHandler>())
            await handler.HandleAsync(received, cancellationToken).ConfigureAwait(false);
        if (last is not null)
            await last(received, services, cancellationToken).ConfigureAwait(false);
    }
}
