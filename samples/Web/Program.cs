using FluentProfiles.Emulator;
using Web;

// The real service where there is a key, else an emulator of it on a port of this machine.
var key = Environment.GetEnvironmentVariable("ANTHROPIC_API_KEY");
await using var emulator = string.IsNullOrEmpty(key) ? await ProfileEmulator.StartAsync() : null;
await using var app = Site.Build(
    args,
    options =>
    {
        options.ApiKey = emulator is null ? key : "any-key";
        if (emulator is not null)
            options.BaseUrl = emulator.BaseUrl;
    }
);
app.Logger.LogInformation("The service: {Service}", emulator?.BaseUrl ?? "the one that ANTHROPIC_API_KEY is for");
await app.RunAsync();
