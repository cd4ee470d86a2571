namespace FluentProfiles.Emulator;

/// <summary>The options that let things go wrong: <c>--fault-seed 7 --status 429=0.05 --truncated 0.01</c>.</summary>
internal static class FaultOptions
{
    public static IReadOnlyList<CommandLineOption> All { get; } =
    [
        Of(
            "--status",
            "STATUS=SHARE",
            "status from 200 to 599 with its share, such as 429=0.05",
            "the request is refused with the status; may be repeated",
            TrySetStatus
        ),
        Share(
            "--reset-before",
            "the connection breaks before the answer",
            (faults, share) => faults.ResetBefore = share
        ),
        Share("--reset-within", "it breaks within the body", (faults, share) => faults.ResetWithin = share),
        Share("--reset-after", "it breaks behind a body without end", (faults, share) => faults.ResetAfter = share),
        Share("--truncated", "the body is shorter than it says", (faults, share) => faults.Truncated = share),
        Share("--wrong-content", "the answer is a page of HTML", (faults, share) => faults.WrongContent = share),
        Share("--repeated-cursor", "a page names itself as the next", (faults, share) => faults.RepeatedCursor = share),
        Share("--delayed", "the answer comes later", (faults, share) => faults.Delayed = share),
        Share("--created", "a profile is created before the page is listed", (faults, share) => faults.Created = share),
        Share("--deleted", "a profile is deleted before the page is listed", (faults, share) => faults.Deleted = share),
        Of(
            "--fault-seed",
            "N",
            $"number from {int.MinValue} to {int.MaxValue}",
            "another seed, other requests that fail (default 1)",
            (faults, value) =>
                OptionValues.Number(value, int.MinValue, int.MaxValue) is { } number && Set(() => faults.Seed = number)
        ),
        Of(
            "--delay-ms",
            "N",
            $"number from 0 to {int.MaxValue}",
            "how much later an answer comes (default 1000)",
            (faults, value) =>
                OptionValues.Number(value, 0, int.MaxValue) is { } number
                && Set(() => faults.Delay = TimeSpan.FromMilliseconds(number))
        ),
        Of(
            "--refusal-header",
            "NAME=VALUE",
            "header such as retry-after=1",
            "a header of those refusals; may be repeated",
            TrySetHeader
        ),
    ];

    private static CommandLineOption Share(string name, string description, Action<EmulatorFaults, double> set) =>
        Of(
            name,
            "SHARE",
            "share from 0 to 1",
            description,
            (faults, value) => OptionValues.Share(value) is { } share && Set(() => set(faults, share))
        );

    private static CommandLineOption Of(
        string name,
        string value,
        string expected,
        string description,
        Func<EmulatorFaults, string, bool> set
    ) => new(name, value, expected, description, (options, text) => set(options.Faults ??= new(), text));

    private static bool TrySetStatus(EmulatorFaults faults, string text) =>
        text.Split('=') is [var code, var part]
        && OptionValues.Number(code, 200, 599) is { } status
        && OptionValues.Share(part) is { } share
        && Set(() => faults.Statuses[status] = share);

    private static bool TrySetHeader(EmulatorFaults faults, string text) =>
        text.Split('=', 2) is [{ Length: > 0 } name, var value] && Set(() => faults.RefusalHeaders[name] = value);

    private static bool Set(Action set)
    {
        set();
        return true;
    }
}
