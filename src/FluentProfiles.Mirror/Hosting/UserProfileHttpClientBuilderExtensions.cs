using FluentProfiles;
using Microsoft.Extensions.Http;

namespace Microsoft.Extensions.DependencyInjection;

/// <summary>Names your customers in the requests of an <see cref="HttpClient"/>.</summary>
/// <remarks>The default primary handler of the client then follows no redirect, which would take the header to another server. A
/// primary handler of your own stays as it is: set its <see cref="SocketsHttpHandler.AllowAutoRedirect"/> to false.</remarks>
public static class UserProfileHttpClientBuilderExtensions
{
    /// <summary>Adds a <see cref="UserProfileHandler"/> for one customer: each request gets the header
    /// <c>anthropic-user-profile-id</c> with the id of the customer's profile, unless it has that header or another reference in
    /// its options. The container needs the mirror: <c>services.AddProfileMirror&lt;TContext&gt;()</c>.</summary>
    /// <param name="builder">The builder of the client.</param>
    /// <param name="reference">Your own id for the customer.</param>
    /// <param name="create">Describes the profile to create if there is none. If it is null, requests throw a
    /// <see cref="ReferenceNotFoundException"/> then.</param>
    /// <returns>The same builder.</returns>
    /// <exception cref="ArgumentException"><paramref name="reference"/> is null or empty.</exception>
    public static IHttpClientBuilder AddUserProfile(
        this IHttpClientBuilder builder,
        string reference,
        Func<string, NewProfile>? create = null
    )
    {
        ArgumentException.ThrowIfNullOrEmpty(reference);
        return builder.AddUserProfile((_, _) => reference, create);
    }

    /// <summary>Adds a <see cref="UserProfileHandler"/>: each request gets the header <c>anthropic-user-profile-id</c> with the id of
    /// its customer's profile, unless it has that header. The container needs the mirror:
    /// <c>services.AddProfileMirror&lt;TContext&gt;()</c>.</summary>
    /// <param name="builder">The builder of the client.</param>
    /// <param name="reference">Returns your own id for the customer of a request, or null for none. Null (the default) if each
    /// request has it in its options: <see cref="UserProfileHandler.Reference"/>. The services are those of the handler, which
    /// serves many requests: read what belongs to one request from the request, or by <c>IHttpContextAccessor</c>.</param>
    /// <param name="create">Describes the profile to create for a reference that has none. If it is null, requests throw a
    /// <see cref="ReferenceNotFoundException"/> then.</param>
    /// <returns>The same builder.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="builder"/> is null.</exception>
    public static IHttpClientBuilder AddUserProfile(
        this IHttpClientBuilder builder,
        Func<IServiceProvider, HttpRequestMessage, string?>? reference = null,
        Func<string, NewProfile>? create = null
    )
    {
        ArgumentNullException.ThrowIfNull(builder);
        // Before whatever the application configures.
        builder.Services.Configure<HttpClientFactoryOptions>(
            builder.Name,
            options => options.HttpMessageHandlerBuilderActions.Insert(0, FollowNoRedirects)
        );
        return builder.AddHttpMessageHandler(services => new UserProfileHandler(
            MirrorOf(services),
            reference is null ? null : request => reference(services, request),
            create
        ));
    }

    private static ProfileMirror MirrorOf(IServiceProvider services) =>
        services.GetService<ProfileMirror>()
        ?? throw new ProfilesConfigurationException(
            "AddUserProfile finds the profiles of customers in the mirror, and the container has none. Call services.AddProfileMirror<TContext>(), or register a ProfileMirror that you have opened: services.AddSingleton(mirror)."
        );

    private static void FollowNoRedirects(HttpMessageHandlerBuilder builder)
    {
        if (builder.PrimaryHandler is SocketsHttpHandler sockets)
            sockets.AllowAutoRedirect = false;
        else if (builder.PrimaryHandler is HttpClientHandler client)
            client.AllowAutoRedirect = false;
    }
}
