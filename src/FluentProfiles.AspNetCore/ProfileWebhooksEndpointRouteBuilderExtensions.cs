using System.Diagnostics.CodeAnalysis;
using FluentProfiles;
using FluentProfiles.AspNetCore.Receiving;
using FluentProfiles.Hosting;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;

namespace Microsoft.AspNetCore.Builder;

/// <summary>Maps webhook endpoints.</summary>
public static class ProfileWebhooksEndpointRouteBuilderExtensions
{
    private const string Category = "FluentProfiles.ProfileWebhooks";

    /// <summary>Maps an endpoint that receives the webhooks of the service, verifies them, and passes each event to the
    /// handlers in the container, one after the other: that of the mirror, which <c>AddProfileMirror</c> registers, and
    /// every <see cref="IWebhookHandler"/> of your own. Set the signing secrets with
    /// <see cref="ProfileWebhooksServiceCollectionExtensions.AddProfileWebhooks"/>.</summary>
    /// <remarks>
    /// <para>The endpoint responds with 204 after all handlers have completed, and with 503 and <c>Retry-After</c> if one
    /// of them throws, so that the service delivers the event again. It responds with 401 to a wrong signature, with 400
    /// to an old or malformed message, with 413 to a body of more than 64 KiB, with 415 to a compressed one, and with
    /// 408 to one that does not arrive within 30 seconds.</para>
    /// <para>An event that the handlers have completed is not passed to them again. The endpoint keeps the ids of the last
    /// 10,000 events in memory, so after a restart, or in another process, a handler can receive an event again.</para>
    /// <para>Events that concern no profile are acknowledged and dropped, unless
    /// <see cref="ProfileWebhooksOptions.IncludeOtherEvents"/> is set.</para>
    /// <para>The endpoint allows anonymous requests, because the signature authenticates the sender. Add other
    /// conventions, such as rate limiting, to the returned builder.</para>
    /// </remarks>
    /// <param name="endpoints">The route builder of the application.</param>
    /// <param name="pattern">The route pattern, such as <c>/hooks/claude</c>.</param>
    /// <returns>A builder for conventions of the endpoint.</returns>
    /// <exception cref="ArgumentNullException">An argument is null.</exception>
    /// <exception cref="ProfilesConfigurationException">The container has no <see cref="IWebhookHandler"/>, or the options
    /// have no valid secret.</exception>
    public static IEndpointConventionBuilder MapProfileWebhooks(
        this IEndpointRouteBuilder endpoints,
        [StringSyntax("Route")] string pattern
    )
    {
        ArgumentNullException.ThrowIfNull(endpoints);
        if (
            endpoints.ServiceProvider.GetService<IServiceProviderIsService>()?.IsService(typeof(IWebhookHandler))
            == false
        )
            throw new ProfilesConfigurationException(
                $"{nameof(MapProfileWebhooks)} needs a handler, and the container has none. Register one with "
                    + $"services.AddScoped<{nameof(IWebhookHandler)}, YourHandler>(), register the mirror with services.AddProfileMirror<YourDbContext>(), "
                    + $"or pass a handler to {nameof(MapProfileWebhooks)}."
            );
        return Map(endpoints, pattern, handler: null);
    }

    /// <inheritdoc cref="MapProfileWebhooks(IEndpointRouteBuilder, string)"/>
    /// <param name="endpoints">The route builder of the application.</param>
    /// <param name="pattern">The route pattern, such as <c>/hooks/claude</c>.</param>
    /// <param name="handler">Handles each event after the handlers in the container, if there are any. See
    /// <see cref="IWebhookHandler.HandleAsync"/>.</param>
    /// <exception cref="ArgumentNullException">An argument is null.</exception>
    /// <exception cref="ProfilesConfigurationException">The options have no valid secret.</exception>
    public static IEndpointConventionBuilder MapProfileWebhooks(
        this IEndpointRouteBuilder endpoints,
        [StringSyntax("Route")] string pattern,
        Func<WebhookEvent, CancellationToken, ValueTask> handler
    )
    {
        ArgumentNullException.ThrowIfNull(endpoints);
        ArgumentNullException.ThrowIfNull(handler);
        return Map(endpoints, pattern, (received, _, cancellationToken) => handler(received, cancellationToken));
    }

    /// <inheritdoc cref="MapProfileWebhooks(IEndpointRouteBuilder, string)"/>
    /// <param name="endpoints">The route builder of the application.</param>
    /// <param name="pattern">The route pattern, such as <c>/hooks/claude</c>.</param>
    /// <param name="handler">Handles each event after the handlers in the container, if there are any. Its second
    /// argument is the service provider of the request. See <see cref="IWebhookHandler.HandleAsync"/>.</param>
    /// <exception cref="ArgumentNullException">An argument is null.</exception>
    /// <exception cref="ProfilesConfigurationException">The options have no valid secret.</exception>
    public static IEndpointConventionBuilder MapProfileWebhooks(
        this IEndpointRouteBuilder endpoints,
        [StringSyntax("Route")] string pattern,
        Func<WebhookEvent, IServiceProvider, CancellationToken, ValueTask> handler
    )
    {
        ArgumentNullException.ThrowIfNull(endpoints);
        ArgumentNullException.ThrowIfNull(handler);
        return Map(endpoints, pattern, handler);
    }

    private static IEndpointConventionBuilder Map(
        IEndpointRouteBuilder endpoints,
        string pattern,
        Func<WebhookEvent, IServiceProvider, CancellationToken, ValueTask>? handler
    )
    {
        ArgumentNullException.ThrowIfNull(pattern);
        WatchedLog log = new(endpoints.ServiceProvider.GetRequiredService<ILoggerFactory>().CreateLogger(Category));
        CurrentVerifier verifier = new(
            new(endpoints.ServiceProvider, Options.DefaultName, options => options.TimeProvider, log.OptionsRefused),
            log
        );
        verifier.ThrowIfNone();
        return endpoints
            .MapPost(
                pattern,
                new WebhookEndpoint(verifier, new EventHandling(handler), new OutcomeReports(log)).RespondAsync
            )
            .WithMetadata(new AllowAnonymousAttribute())
            .WithDisplayName($"{nameof(MapProfileWebhooks)} {pattern}")
            .DisableAntiforgery();
    }
}
