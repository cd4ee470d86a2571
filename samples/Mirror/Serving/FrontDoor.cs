using FluentProfiles;
using FluentProfiles.Emulator;
using Microsoft.EntityFrameworkCore;
using Mirror.Serving.Asking;
using Mirror.Serving.Failing;

namespace Mirror.Serving;

/// <summary>The page and its endpoints. Nobody signs in: everyone who can reach the address can see the customers. By default,
/// only this machine can. Add authentication and <c>RequireAuthorization</c> before you open it to others.</summary>
internal static class FrontDoor
{
    private const string Hook = "/hooks/claude";

    /// <summary>Applies the migrations, and starts the site and the refresher of its mirror.</summary>
    /// <param name="args">The command line of ASP.NET Core, such as <c>--urls</c>.</param>
    /// <param name="file">The SQLite file of the mirror.</param>
    /// <param name="configure">Sets where the service is.</param>
    /// <param name="createHandler">Creates the handler that carries the requests to it.</param>
    /// <param name="emulator">The emulator, if the service is one.</param>
    /// <param name="cancellationToken">Cancels the start.</param>
    public static async Task<WebApplication> StartAsync(
        string[] args,
        string file,
        Action<ProfilesClientOptions> configure,
        Func<HttpMessageHandler> createHandler,
        ProfileEmulator? emulator,
        CancellationToken cancellationToken = default
    )
    {
        var builder = WebApplication.CreateBuilder(args);
        // A site elsewhere that gives this address a name of its own gets no answer.
        builder.Configuration["AllowedHosts"] = "localhost;127.0.0.1;[::1]";
        builder.Logging.AddFilter("Microsoft.AspNetCore", LogLevel.Warning);
        builder.Logging.AddFilter("Microsoft.EntityFrameworkCore", LogLevel.Warning);
        builder.Services.AddFluentProfiles(configure).ConfigurePrimaryHttpMessageHandler(createHandler);
        builder.Services.AddProblemDetails();
        AddMirror(builder.Services, file, emulator);
        // With the real model, its address and its key stand here.
        builder
            .Services.AddHttpClient<Model>((services, http) => http.BaseAddress = FakeModel.AddressIn(services))
            .AddUserProfile();
        var site = builder.Build();
        Map(site, emulator);

        var contexts = site.Services.GetRequiredService<IDbContextFactory<DirectoryContext>>();
        await using (var db = await contexts.CreateDbContextAsync(cancellationToken))
            await db.Database.MigrateAsync(cancellationToken);
        await site.StartAsync(cancellationToken);
        emulator?.WebhookUrl = site.Urls.First() + Hook;
        return site;
    }

    private static void AddMirror(IServiceCollection services, string file, ProfileEmulator? emulator)
    {
        services.AddDbContextFactory<DirectoryContext>(options => DirectoryContext.Configure(options, file));
        services.AddProfileMirror<DirectoryContext>(options =>
        {
            // An emulator has no rate limit; the service gets the two requests per second of the default.
            if (emulator is not null)
                options.MaxRequestsPerSecond = null;
        });
        // On the real service, the secret comes from your secret store, and the service calls a public address of yours.
        if (emulator is not null)
            services.AddProfileWebhooks(webhooks => webhooks.Secrets.Add(new ProfileEmulatorOptions().WebhookSecret));
    }

    private static void Map(WebApplication site, ProfileEmulator? emulator)
    {
        site.Use(SecurityHeaders.Add);
        site.UseStatusCodePages();
        site.Use(Failures.Answer);
        WebFiles.Map(site);
        site.MapGet(
            "/api/overview",
            (ProfileMirror mirror, IDbContextFactory<DirectoryContext> contexts, CancellationToken ct) =>
                Overview.GetAsync(mirror, contexts, isEmulated: emulator is not null, ct)
        );
        site.MapGet("/api/customers", CustomerList.GetAsync);
        site.MapPost("/api/customers", Reception.ServeAsync);
        site.MapGet("/api/customers/{id}", Reception.ShowAsync);
        site.MapGet("/api/feed", LiveFeed.OpenAsync);
        site.MapPost("/api/questions", Model.AskAsync);
        site.MapPost(FakeModel.Path, FakeModel.Answer);
        if (emulator is null)
            return;
        site.MapProfileWebhooks(Hook);
        site.MapPost("/api/customers/{id}/acts", new EmulatedActs(emulator).ActAsync);
    }
}
