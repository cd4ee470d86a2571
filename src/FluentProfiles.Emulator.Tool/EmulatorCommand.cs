using System.CommandLine;
using System.Net.Sockets;
using FluentProfiles.Emulator.CommandLine;

namespace FluentProfiles.Emulator;

/// <summary>Creates the command that runs an emulator until it is interrupted. The tool consists of this command.
/// Another tool can add it as a subcommand.</summary>
public static class EmulatorCommand
{
    /// <summary>The exit code of an emulator that can't start with its options, for example because its port is in
    /// use.</summary>
    public const int WrongArgument = 2;

    private const string Description = """
        Runs an emulator of the Claude user-profiles API until it is interrupted.
        The first line of its output is its address.
        A SHARE is the fraction of the requests (or webhooks) that go wrong, from 0 (the default) to 1.
        """;

    /// <summary>Creates the command. It writes to the streams of its invocation, and its exit code is 0 or
    /// <see cref="WrongArgument"/>.</summary>
    /// <param name="name">The name of the command.</param>
    public static Command Create(string name = "emulator")
    {
        Command command = new(name, Description);
        foreach (var option in CreateOptions())
            command.Options.Add(option.Option);
        command.SetAction(RunAsync);
        return command;
    }

    internal static ProfileEmulatorOptions Read(ParseResult line)
    {
        // A service that runs for days would fill the memory with a log that nobody reads.
        ProfileEmulatorOptions options = new() { LogRequests = false };
        foreach (var option in CreateOptions())
            option.Apply(line, options);
        return options;
    }

    private static IEnumerable<EmulatorOption> CreateOptions() =>
        [.. ServiceOptions.Create(), .. WebhookOptions.Create(), .. FaultOptions.Create()];

    private static async Task<int> RunAsync(ParseResult line, CancellationToken ct)
    {
        var streams = line.InvocationConfiguration;
        try
        {
            await EmulatorRun.UntilCancelledAsync(Read(line), streams.Output, ct).ConfigureAwait(false);
            return 0;
        }
        // Shares that add up to more than 1, a port that is taken, an address of another machine.
        catch (Exception problem) when (problem is ArgumentException or IOException or SocketException)
        {
            await streams.Error.WriteLineAsync(problem.Message).ConfigureAwait(false);
            return WrongArgument;
        }
    }
}
