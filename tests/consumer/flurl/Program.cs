// What an application on Flurl does: its own client carries the requests, by hand and from the container, and HttpTest fakes them.
using System.Diagnostics;
using FluentProfiles;
using FluentProfiles.Emulator;
using Flurl.Http;
using Flurl.Http.Configuration;
using Flurl.Http.Testing;
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

var byHand = new FlurlClient(new HttpClient(ProfilesClient.CreateHandler())).WithHeader("x-app", "by-hand");
using ProfilesClient client = new(
    new()
    {
        BaseUrl = emulator.BaseUrl,
        ApiKey = "any-key",
        Transport = new FlurlTransport(byHand),
    }
);
Console.WriteLine(
    $"by hand: {await client.Query().CountAsync()} profiles, {emulator.Requests.Count} requests, {spans} spans"
);

ServiceCollection services = new();
services.AddSingleton<IFlurlClientCache>(_ =>
    new FlurlClientCache().Add(
        "claude",
        emulator.BaseUrl,
        claude => claude.WithHeader("x-app", "named").ConfigureInnerHandler(handler => handler.UseProxy = false)
    )
);
services.AddFluentProfiles(options => (options.ApiKey, options.MaxRetries) = ("any-key", 0)).UseFlurl("claude");
await using var provider = services.BuildServiceProvider();
var profiles = provider.GetRequiredService<IProfilesClient>();
var count = await profiles.Query().CountAsync();
var created = await profiles.CreateAsync(new() { Name = "Zoë" });
var changed = await profiles.UpdateAsync(created.Id, new() { Name = "Ada" });
var named = emulator.Requests.Count(request => request.Headers.GetValueOrDefault("x-app") == "named");
Console.WriteLine(
    $"from the cache: {count} profiles, {created.Name} became {changed.Name}, {named} requests sent by the named client"
);

using HttpTest test = new();
test.RespondWithJson(
        new
        {
            data = new[]
            {
                new
                {
                    id = "uprof_1",
                    type = "user_profile",
                    name = "Ada",
                },
            },
            next_page = (string?)null,
        }
    )
    .SimulateTimeout();
var sent = emulator.Requests.Count;
var faked = await profiles.Query().Where(p => p.Name == "Ada").ToListAsync();
test.ShouldHaveCalled("*/v1/user_profiles").WithVerb(HttpMethod.Get).WithQueryParam("limit", 100).Times(1);
Console.WriteLine(
    $"faked: {faked.Count} profile named {faked[0].Name}; {(emulator.Requests.Count == sent ? "no" : "a")} request left the process"
);
try
{
    await profiles.CreateAsync(new() { Name = "Ada" });
}
catch (ProfilesUnknownOutcomeException failure)
{
    test.ShouldHaveCalled("*/v1/user_profiles")
        .WithVerb(HttpMethod.Post)
        .WithRequestJson(new { name = "Ada" })
        .Times(1);
    Console.WriteLine($"timeout: {failure.GetType().Name}");
}
