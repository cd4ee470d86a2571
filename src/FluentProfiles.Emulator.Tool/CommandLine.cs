using System.Net;
using System.Reflection;

namespace FluentProfiles.Emulator;

/// <summary>The options of an emulator that runs on its own: <c>--port 8080 --count 1000 --seed 7</c>.</summary>
internal static class CommandLine
{
    /// <summary>The exit code of a run that can't start as it is told to.</summary>
    public const int WrongArgument = 2;

    private static readonly CommandLineOption[] Service =
    [
        new(
            "--address",
            "IP",
            "IP address",
            "where to listen (default 127.0.0.1); 0.0.0.0 for other machines, too",
            TrySetAddress
        ),
        Number("--port", "the port (default a free one)", 0, 65535, (options, number) => options.Port = number),
        Number(
            "--count",
            "how many profiles there are (default 10000)",
            0,
            int.MaxValue,
            (options, n) => options.Count = n
        ),
        Number(
            "--seed",
            "another seed, other profiles (default 1)",
            int.MinValue,
            int.MaxValue,
            (options, number) => options.Seed = number
        ),
        Number(
            "--examined-per-page",
            "profiles examined for a filtered page (default 1000)",
            1,
            int.MaxValue,
            (options, number) => options.ExaminedPerPage = number
        ),
        new("--api-key", "KEY", "key", "the only key that is accepted (default any)", TrySetKey),
    ];

    private static readonly Dictionary<string, CommandLineOption> All = Service
        .Concat(FaultOptions.All)
        .ToDictionary(option => option.Name);

    public static string Usage { get; } =
        $"""
            options of fluentprofiles-emulator:
            {Lines(Service)}
            what goes wrong, and for which SHARE of the requests, from 0 to 1 (default 0):
            {Lines(FaultOptions.All)}
            instead of a run:
              --help                        prints this
              --version                     prints the version
            """;

    private static string Version =>
        typeof(CommandLine)
            .Assembly.GetCustomAttribute<AssemblyInformationalVersionAttribute>()!
            .InformationalVersion.Split('+')[0];

    public static CommandLineReading Read(string[] arguments)
    {
        // A service that runs for days would fill the memory with a log that nobody reads.
        ProfileEmulatorOptions options = new() { LogRequests = false };
        for (var i = 0; i < arguments.Length; i += 2)
        {
            if (arguments[i] is "--help" or "-h")
                return new(null, Usage);
            if (arguments[i] is "--version")
                return new(null, Version);
            if (ProblemOf(options, arguments[i], arguments.ElementAtOrDefault(i + 1)) is { } problem)
                return new(null, $"{problem}\n\n{Usage}", WrongArgument);
        }
        return new(options);
    }

    private static string? ProblemOf(ProfileEmulatorOptions options, string name, string? value)
    {
        if (!All.TryGetValue(name, out var option))
            return $"{name} is no option.";
        if (value is null)
            return $"{name}: the {option.Expected} is missing.";
        return option.TrySet(options, value) ? null : $"{name}: {value} is no {option.Expected}.";
    }

    private static CommandLineOption Number(
        string name,
        string description,
        int least,
        int most,
        Action<ProfileEmulatorOptions, int> set
    ) =>
        new(
            name,
            "N",
            $"number from {least} to {most}",
            description,
            (options, value) =>
            {
                if (OptionValues.Number(value, least, most) is not { } number)
                    return false;
                set(options, number);
                return true;
            }
        );

    private static bool TrySetAddress(ProfileEmulatorOptions options, string value)
    {
        if (!IPAddress.TryParse(value, out var address))
            return false;
        options.Address = address;
        return true;
    }

    private static bool TrySetKey(ProfileEmulatorOptions options, string value)
    {
        options.ApiKey = value;
        return true;
    }

    private static string Lines(IEnumerable<CommandLineOption> options) =>
        string.Join('\n', options.Select(option => option.UsageLine));
}
