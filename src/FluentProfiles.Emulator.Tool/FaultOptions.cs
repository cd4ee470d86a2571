using System.Globalization;

namespace FluentProfiles.Emulator;

/// <summary>The options that let things go wrong: <c>--fault-seed 7 --status 429=0.05 --truncated 0.01</c>.</summary>
internal static class FaultOptions
{
    public const string Usage = """
        faults, each a share of the requests from 0 to 1: --status 429=SHARE (any number of them)  --reset-before SHARE
          --reset-within SHARE  --reset-after SHARE  --truncated SHARE  --wrong-content SHARE  --repeated-cursor SHARE
          --delayed SHARE  --created SHARE  --deleted SHARE
        and of them: --fault-seed N  --delay-ms N  --refusal-header NAME=VALUE (any number of them)
        """;

    private static readonly Dictionary<string, Action<EmulatorFaults, double>> Shares = new()
    {
        ["--reset-before"] = (faults, share) => faults.ResetBefore = share,
        ["--reset-within"] = (faults, share) => faults.ResetWithin = share,
        ["--reset-after"] = (faults, share) => faults.ResetAfter = share,
        ["--truncated"] = (faults, share) => faults.Truncated = share,
        ["--wrong-content"] = (faults, share) => faults.WrongContent = share,
        ["--repeated-cursor"] = (faults, share) => faults.RepeatedCursor = share,
        ["--delayed"] = (faults, share) => faults.Delayed = share,
        ["--created"] = (faults, share) => faults.Created = share,
        ["--deleted"] = (faults, share) => faults.Deleted = share,
    };

    /// <summary>Sets an option; false where it is none of them or its value makes no sense.</summary>
    public static bool TrySet(ProfileEmulatorOptions options, string name, string value)
    {
        var faults = options.Faults ?? new();
        var isSet = name switch
        {
            "--status" => TrySetStatus(faults, value.Split('=')),
            "--refusal-header" => TrySetHeader(faults, value.Split('=', 2)),
            "--fault-seed" => TryNumber(value, out var seed) && Set(() => faults.Seed = seed),
            "--delay-ms" => TryNumber(value, out var time)
                && time >= 0
                && Set(() => faults.Delay = TimeSpan.FromMilliseconds(time)),
            _ => Shares.TryGetValue(name, out var set)
                && TryShare(value, out var share)
                && Set(() => set(faults, share)),
        };
        if (isSet)
            options.Faults = faults;
        return isSet;
    }

    private static bool TrySetStatus(EmulatorFaults faults, string[] pair) =>
        pair.Length == 2
        && TryNumber(pair[0], out var status)
        && status is >= 200 and <= 599
        && TryShare(pair[1], out var share)
        && Set(() => faults.Statuses[status] = share);

    private static bool TrySetHeader(EmulatorFaults faults, string[] pair) =>
        pair.Length == 2 && pair[0].Length > 0 && Set(() => faults.RefusalHeaders[pair[0]] = pair[1]);

    private static bool TryNumber(string text, out int number) =>
        int.TryParse(text, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out number);

    private static bool TryShare(string text, out double share) =>
        double.TryParse(text, NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out share) && share <= 1;

    private static bool Set(Action set)
    {
        set();
        return true;
    }
}
