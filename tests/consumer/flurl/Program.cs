// What an application on Flurl does: its own client carries the requests, by hand and from a container.
using System.Diagnostics;
using FluentProfiles;
using FluentProfiles.Emulator;
using Flurl.Http;
using Microsoft.Extensions.DependencyInjection;

var spans = 0;
using ActivityListener listener = new()
{
    ShouldListenTo = source => source.Name == "FluentProfiles",
    Sample = (ref ActivityCreationOptions<ActivityContext> _) => ActivitySamplingResult.AllData,
    ActivityStopped = _ => spans++,
};
ActivitySource.AddActivityListener(listener);

await using var emulator = await ProfileEmulator.StartAsync(new() { Count = 250 });
emulator.Intercept = _ => emulator.Requests.Count == 2 ? EmulatorResponse.Error(529, "overloaded_error", "Busy") : null;

var byHand = new FlurlClient(new HttpClient(ProfilesClient.CreateHandler()));
byHand.Headers.Add("x-app", "by-hand");
using ProfilesClient client = new(
    new()
    {
        BaseUrl = emulator.BaseUrl,
        ApiKey = "any-key",
        Transport = new FlurlTransport(byHand),
    }
);
Console.WriteLine($"{await client.Query().CountAsync()} profiles, {emulator.Requests.Count} requests, {spans} spans");

ServiceCollection services = new();
services.AddSingleton<IFlurlClient>(_ => new FlurlClient(new HttpClient(ProfilesClient.CreateHandler())));
services
    .AddOptions<ProfilesClientOptions>()
    .Configure<IFlurlClient>((options, flurl) => options.Transport = new FlurlTransport(flurl));
services.AddFluentProfiles(options => (options.BaseUrl, options.ApiKey) = (emulator.BaseUrl, "any-key"));
await using var provider = services.BuildServiceProvider();
var first = await provider.GetRequiredService<IProfilesClient>().Query().FirstAsync();
Console.WriteLine(first.Id == emulator.Profiles[0].Id);
