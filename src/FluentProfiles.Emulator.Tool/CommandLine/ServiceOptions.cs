using System.Net;

namespace FluentProfiles.Emulator.CommandLine;

/// <summary>The options of the service itself: <c>--port 8080 --count 1000 --seed 7</c>.</summary>
internal static class ServiceOptions
{
    public static IReadOnlyList<EmulatorOption> Create() =>
        [
            EmulatorOption.Of(
                "--address",
                "IP",
                "valid IP address",
                "the address to listen on (default 127.0.0.1); 0.0.0.0 opens it to other machines",
                TrySetAddress
            ),
            EmulatorOption.Number(
                "--port",
                "the port (default a free one)",
                0,
                65535,
                (options, number) => options.Port = number
            ),
            EmulatorOption.Number(
                "--count",
                "how many profiles there are (default 10000)",
                0,
                int.MaxValue,
                (options, number) => options.Count = number
            ),
            EmulatorOption.Number(
                "--seed",
                "another seed gives other profiles (default 1)",
                int.MinValue,
                int.MaxValue,
                (options, number) => options.Seed = number
            ),
            EmulatorOption.Number(
                "--examined-per-page",
                "profiles examined for one filtered page (default 1000)",
                1,
                int.MaxValue,
                (options, number) => options.ExaminedPerPage = number
            ),
            EmulatorOption.Of("--api-key", "KEY", "key", "the only key that is accepted (default any)", TrySetKey),
            EmulatorOption.Flag(
                "--verbose",
                "log each request in one line",
                (line, options) => options.Answered = RequestLine.WriterTo(line.InvocationConfiguration.Output)
            ),
        ];

    private static bool TrySetAddress(ProfileEmulatorOptions options, string text)
    {
        if (!IPAddress.TryParse(text, out var address))
            return false;
        options.Address = address;
        return true;
    }

    private static bool TrySetKey(ProfileEmulatorOptions options, string text)
    {
        options.ApiKey = text;
        return text.Length > 0;
    }
}
