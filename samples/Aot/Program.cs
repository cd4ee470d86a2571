using Aot;
using FluentProfiles;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;

// The queries of the README in a program that is compiled ahead of time (dotnet publish), against the service or emulator of
// ANTHROPIC_BASE_URL. What each gave and sent is printed, so that it can be held against a run under the just-in-time
// compiler (dotnet run). With an argument only the first query runs.
var configuration = new ConfigurationBuilder()
    .AddInMemoryCollection(
        new Dictionary<string, string?>
        {
            ["FluentProfiles:BaseUrl"] = Environment.GetEnvironmentVariable("ANTHROPIC_BASE_URL"),
            ["FluentProfiles:ApiKey"] = Environment.GetEnvironmentVariable("ANTHROPIC_API_KEY") ?? "any-key",
        }
    )
    .Build();
RequestLog requests = new();
ServiceCollection services = new();
services.AddFluentProfiles(configuration).AddHttpMessageHandler(requests.CreateHandler);
await using var provider = services.BuildServiceProvider();
Queries.Client = provider.GetRequiredService<IProfilesClient>();
Profiles.Use((ProfilesClient)Queries.Client);

foreach (var (name, run) in args.Length > 0 ? Queries.All.Take(1) : Queries.All)
{
    Console.WriteLine($"== {name}");
    Console.WriteLine(await run());
    foreach (var request in requests.Take())
        Console.WriteLine(request);
}
