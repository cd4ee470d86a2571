using FluentProfiles;

namespace Web;

/// <summary>The grid and the stream of JSON lines. Neither asks who the caller is: everyone who can reach the address can see the
/// customers. By default, only this machine can. Add authentication and <c>RequireAuthorization</c> before you open it to
/// others.</summary>
internal static class Site
{
    /// <summary>The endpoints get an <see cref="IProfilesClient"/>, created by <c>IHttpClientFactory</c> with these
    /// options.</summary>
    /// <param name="args">The command line of ASP.NET Core, such as <c>--urls</c>.</param>
    /// <param name="configure">Sets where the service is.</param>
    /// <param name="createHandler">Creates the handler that carries the requests to it.</param>
    public static WebApplication Build(
        string[] args,
        Action<ProfilesClientOptions> configure,
        Func<HttpMessageHandler> createHandler
    )
    {
        var builder = WebApplication.CreateBuilder(args);
        builder.Services.AddFluentProfiles(configure).ConfigurePrimaryHttpMessageHandler(createHandler);
        builder.Services.AddSingleton<Html>();

        var app = builder.Build();
        app.Use(AddSecurityHeaders);
        app.MapGet("/", Grid.ShowAsync);
        app.MapGet("/profiles.jsonl", JsonLines.WriteAsync);
        app.MapGet("/site.css", () => Results.Stream(Resource("site.css"), "text/css"));
        return app;
    }

    /// <summary>Names come from customers. The components encode them; should one slip through, the browser runs
    /// nothing.</summary>
    private static Task AddSecurityHeaders(HttpContext context, RequestDelegate next)
    {
        context.Response.Headers.ContentSecurityPolicy =
            "default-src 'none'; style-src 'self'; form-action 'self'; base-uri 'none'; frame-ancestors 'none'";
        context.Response.Headers.XContentTypeOptions = "nosniff";
        context.Response.Headers["Referrer-Policy"] = "no-referrer";
        return next(context);
    }

    // Embedded, so that the site looks the same whatever directory it is started in.
    private static Stream Resource(string name) => typeof(Site).Assembly.GetManifestResourceStream(name)!;
}
