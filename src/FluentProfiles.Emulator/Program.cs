using System.Globalization;
using System.Runtime.InteropServices;

namespace FluentProfiles.Emulator;

/// <summary>The emulator on its own: <c>--port 8080 --count 1000 --seed 7 --api-key KEY --examined-per-page 1000</c>.</summary>
internal static class Program
{
    public static async Task<int> Main(string[] arguments)
    {
        if (OptionsOf(arguments) is not { } options)
        {
            await Console
                .Error.WriteLineAsync("options: --port N  --count N  --seed N  --api-key KEY  --examined-per-page N")
                .ConfigureAwait(false);
            return 2;
        }
        TaskCompletionSource stopped = new(TaskCreationOptions.RunContinuationsAsynchronously);
        using var interrupt = PosixSignalRegistration.Create(PosixSignal.SIGINT, Stop);
        using var terminate = PosixSignalRegistration.Create(PosixSignal.SIGTERM, Stop);
        var emulator = await ProfileEmulator.StartAsync(options).ConfigureAwait(false);
        await using (emulator.ConfigureAwait(false))
        {
            Greet(emulator, options.ApiKey ?? "any-key");
            await stopped.Task.ConfigureAwait(false);
        }
        return 0;

        void Stop(PosixSignalContext signal)
        {
            signal.Cancel = true;
            stopped.TrySetResult();
        }
    }

    private static ProfileEmulatorOptions? OptionsOf(string[] arguments)
    {
        // A service that runs for days would fill the memory with a log that nobody reads.
        ProfileEmulatorOptions options = new() { LogRequests = false };
        for (var i = 0; i < arguments.Length; i += 2)
        {
            if (i + 1 == arguments.Length || !TrySet(options, arguments[i], arguments[i + 1]))
                return null;
        }
        return options;
    }

    private static bool TrySet(ProfileEmulatorOptions options, string name, string value)
    {
        var isNumber = int.TryParse(value, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var number);
        switch (name)
        {
            case "--port" when isNumber:
                options.Port = number;
                return true;
            case "--count" when isNumber:
                options.Count = number;
                return true;
            case "--seed" when isNumber:
                options.Seed = number;
                return true;
            case "--examined-per-page" when isNumber:
                options.ExaminedPerPage = number;
                return true;
            case "--api-key":
                options.ApiKey = value;
                return true;
            default:
                return false;
        }
    }

    private static void Greet(ProfileEmulator emulator, string key)
    {
        Console.WriteLine(emulator.BaseUrl);
        Console.WriteLine($"export ANTHROPIC_BASE_URL={emulator.BaseUrl} ANTHROPIC_API_KEY={key}");
        Console.WriteLine(
            $"curl -H 'x-api-key: {key}' -H 'anthropic-version: 2026-10-21' '{emulator.BaseUrl}/v1/user_profiles?limit=2'"
        );
    }
}
