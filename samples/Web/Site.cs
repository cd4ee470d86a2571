using FluentProfiles;

namespace Web;

internal static class Site
{
    /// <summary>The endpoints get an <see cref="IProfilesClient"/>, made by <c>IHttpClientFactory</c> with these
    /// options.</summary>
    public static WebApplication Build(string[] args, Action<ProfilesClientOptions> profiles)
    {
        var builder = WebApplication.CreateBuilder(args);
        builder.Services.AddFluentProfiles(profiles);

        var app = builder.Build();
        app.MapGet("/", Grid.ShowAsync);
        app.MapGet("/profiles.jsonl", JsonLines.WriteAsync);
        return app;
    }
}
