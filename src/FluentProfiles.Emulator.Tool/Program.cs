using System.Runtime.InteropServices;

namespace FluentProfiles.Emulator;

/// <summary>The emulator on its own, until it is interrupted.</summary>
internal static class Program
{
    public static async Task<int> Main(string[] arguments)
    {
        if (CommandLine.Read(arguments) is not { } options)
        {
            await Console.Error.WriteLineAsync(CommandLine.Usage).ConfigureAwait(false);
            return 2;
        }
        await RunAsync(options).ConfigureAwait(false);
        return 0;
    }

    private static async Task RunAsync(ProfileEmulatorOptions options)
    {
        TaskCompletionSource stopped = new(TaskCreationOptions.RunContinuationsAsynchronously);
        using var interrupt = PosixSignalRegistration.Create(PosixSignal.SIGINT, Stop);
        using var terminate = PosixSignalRegistration.Create(PosixSignal.SIGTERM, Stop);
        var emulator = await ProfileEmulator.StartAsync(options).ConfigureAwait(false);
        await using (emulator.ConfigureAwait(false))
        {
            Greet(emulator, options.ApiKey ?? "any-key");
            await stopped.Task.ConfigureAwait(false);
        }

        void Stop(PosixSignalContext signal)
        {
            signal.Cancel = true;
            stopped.TrySetResult();
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
