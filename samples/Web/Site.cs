using FluentProfiles;

namespace Web;

internal static class Site
{
    public static WebApplication Build(string[] args, IProfilesClient client)
    {
        var builder = WebApplication.CreateBuilder(args);
        builder.Services.AddSingleton(client);

        var app = builder.Build();
        app.MapGet("/", Grid.ShowAsync);
        app.MapGet("/profiles.jsonl", JsonLines.WriteAsync);
        return app;
    }
}
