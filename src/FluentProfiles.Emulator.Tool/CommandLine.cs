using System.Globalization;
using System.Net;

namespace FluentProfiles.Emulator;

/// <summary>The options of an emulator that runs on its own: <c>--port 8080 --count 1000 --seed 7</c>.</summary>
internal static class CommandLine
{
    public const string Usage =
        "options: --address IP  --port N  --count N  --seed N  --examined-per-page N  --api-key KEY\n"
        + FaultOptions.Usage;

    /// <summary>The options, or null where an argument is none of them.</summary>
    public static ProfileEmulatorOptions? Read(string[] arguments)
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
        if (name == "--api-key")
        {
            options.ApiKey = value;
            return true;
        }
        if (name == "--address" && IPAddress.TryParse(value, out var address))
        {
            options.Address = address;
            return true;
        }
        return int.TryParse(value, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var number)
                && TrySet(options, name, number)
            || FaultOptions.TrySet(options, name, value);
    }

    private static bool TrySet(ProfileEmulatorOptions options, string name, int value)
    {
        switch (name)
        {
            case "--port" when value is >= 0 and <= 65535:
                options.Port = value;
                return true;
            case "--count" when value >= 0:
                options.Count = value;
                return true;
            case "--seed":
                options.Seed = value;
                return true;
            case "--examined-per-page" when value > 0:
                options.ExaminedPerPage = value;
                return true;
            default:
                return false;
        }
    }
}
