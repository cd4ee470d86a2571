using System.Net.Sockets;
using System.Runtime.InteropServices;

namespace FluentProfiles.Emulator;

/// <summary>The emulator on its own, until it is interrupted.</summary>
internal static class Program
{
    public static async Task<int> Main(string[] arguments)
    {
        var reading = CommandLine.Read(arguments);
        if (reading.Options is not { } options)
        {
            var output = reading.ExitCode == 0 ? Console.Out : Console.Error;
            await output.WriteLineAsync(reading.Text).ConfigureAwait(false);
            return reading.ExitCode;
        }
        try
        {
            await RunAsync(options).ConfigureAwait(false);
            return 0;
        }
        // Shares that add up to more than 1, a port that is taken, an address of another machine.
        catch (Exception problem) when (problem is ArgumentException or IOException or SocketException)
        {
            await Console.Error.WriteLineAsync(problem.Message).ConfigureAwait(false);
            return CommandLine.WrongArgument;
        }
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
