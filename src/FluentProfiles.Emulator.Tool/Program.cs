using System.CommandLine;
using System.CommandLine.Help;

namespace FluentProfiles.Emulator;

/// <summary>The emulator on its own.</summary>
internal static class Program
{
    // Values are taken as they are: a key may start with "@" or "-h".
    private static readonly ParserConfiguration Parsing = new()
    {
        EnablePosixBundling = false,
        ResponseFileTokenReplacer = null,
    };

    public static Task<int> Main(string[] arguments) => RunAsync(arguments, new());

    /// <summary>Runs a command line. The help that follows an error goes where the error goes: scripts read the address from
    /// the other stream.</summary>
    public static async Task<int> RunAsync(
        string[] arguments,
        InvocationConfiguration streams,
        CancellationToken ct = default
    )
    {
        var command = EmulatorCommand.Create("fluentprofiles-emulator");
        VersionOption version = new();
        // An image has arguments of its own before those of a run.
        version.Validators.Clear();
        command.Options.Add(new HelpOption());
        command.Options.Add(version);
        var line = command.Parse(arguments, Parsing);
        if (line.Errors.Count == 0)
            return await line.InvokeAsync(streams, ct).ConfigureAwait(false);
        streams.Output = streams.Error;
        await line.InvokeAsync(streams, ct).ConfigureAwait(false);
        return EmulatorCommand.WrongArgument;
    }
}
