namespace FluentProfiles.Emulator.CommandLine;

/// <summary>The options that make things go wrong: <c>--fault-seed 7 --status 429=0.05 --truncated 0.01</c>.</summary>
internal static class FaultOptions
{
    public static IReadOnlyList<EmulatorOption> Create() =>
        [
            Of(
                "--status",
                "STATUS=SHARE",
                "status from 200 to 599 with its share, such as 429=0.05",
                "the request is rejected with the status; may be repeated",
                TrySetStatus
            ),
            Share(
                "--reset-before",
                "the connection breaks before the response",
                (faults, share) => faults.ResetBefore = share
            ),
            Share("--reset-within", "it breaks within the body", (faults, share) => faults.ResetWithin = share),
            Share("--reset-after", "it breaks after a body without end", (faults, share) => faults.ResetAfter = share),
            Share("--truncated", "the body is shorter than announced", (faults, share) => faults.Truncated = share),
            Share("--wrong-content", "the response is a page of HTML", (faults, share) => faults.WrongContent = share),
            Share(
                "--repeated-cursor",
                "a page names itself as the next",
                (faults, share) => faults.RepeatedCursor = share
            ),
            Share("--delayed", "the response is late", (faults, share) => faults.Delayed = share),
            Share(
                "--created",
                "a profile is created before the page is listed",
                (faults, share) => faults.Created = share
            ),
            Share(
                "--deleted",
                "a profile is deleted before the page is listed",
                (faults, share) => faults.Deleted = share
            ),
            Share("--lost-webhooks", "a webhook is never sent", (faults, share) => faults.LostWebhooks = share),
            Share(
                "--repeated-webhooks",
                "a webhook is delivered twice",
                (faults, share) => faults.RepeatedWebhooks = share
            ),
            Share(
                "--reordered-webhooks",
                "a webhook is delivered after the next one",
                (faults, share) => faults.ReorderedWebhooks = share
            ),
            EmulatorOption.Number(
                "--fault-seed",
                "another seed makes other requests fail (default 1)",
                int.MinValue,
                int.MaxValue,
                (options, number) => Faults(options).Seed = number
            ),
            EmulatorOption.Number(
                "--delay-ms",
                "how late a late response is (default 1000)",
                0,
                int.MaxValue,
                (options, number) => Faults(options).Delay = TimeSpan.FromMilliseconds(number)
            ),
            EmulatorOption.Number(
                "--listing-delay-ms",
                "how long after its creation a profile appears in lists (default 0)",
                0,
                int.MaxValue,
                (options, number) => Faults(options).ListingDelay = TimeSpan.FromMilliseconds(number)
            ),
            Of(
                "--refusal-header",
                "NAME=VALUE",
                "header such as retry-after=1",
                "a header of the error responses; may be repeated",
                TrySetHeader
            ),
        ];

    private static EmulatorOption Share(string name, string description, Action<EmulatorFaults, double> set) =>
        Of(
            name,
            "SHARE",
            "share from 0 to 1",
            description,
            (faults, text) =>
            {
                if (OptionValues.Share(text) is not { } share)
                    return false;
                set(faults, share);
                return true;
            }
        );

    private static EmulatorOption Of(
        string name,
        string value,
        string expected,
        string description,
        Func<EmulatorFaults, string, bool> trySet
    ) => EmulatorOption.Of(name, value, expected, description, (options, text) => trySet(Faults(options), text));

    private static EmulatorFaults Faults(ProfileEmulatorOptions options) => options.Faults ??= new();

    private static bool TrySetStatus(EmulatorFaults faults, string text)
    {
        if (
            text.Split('=') is not [var code, var part]
            || OptionValues.Number(code, 200, 599) is not { } status
            || OptionValues.Share(part) is not { } share
        )
            return false;
        faults.Statuses[status] = share;
        return true;
    }

    private static bool TrySetHeader(EmulatorFaults faults, string text)
    {
        if (text.Split('=', 2) is not [{ Length: > 0 } name, var value])
            return false;
        faults.RefusalHeaders[name] = value;
        return true;
    }
}
