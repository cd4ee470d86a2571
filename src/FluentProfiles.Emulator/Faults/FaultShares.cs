namespace FluentProfiles.Emulator.Faults;

/// <summary>The shares of <see cref="EmulatorFaults"/>, checked and fixed.</summary>
internal sealed class FaultShares
{
    private readonly (double Share, FaultKind Kind, int Status)[] exclusive;

    /// <exception cref="ArgumentException">A share is none, or they add up to more than all requests.</exception>
    public FaultShares(EmulatorFaults faults)
    {
        exclusive =
        [
            .. faults.Statuses.Select(status => (status.Value, FaultKind.Refusal, CheckedStatus(status.Key))),
            (faults.ResetBefore, FaultKind.ResetBefore, 0),
            (faults.ResetWithin, FaultKind.ResetWithin, 0),
            (faults.ResetAfter, FaultKind.ResetAfter, 0),
            (faults.Truncated, FaultKind.Truncated, 0),
            (faults.WrongContent, FaultKind.WrongContent, 0),
            (faults.RepeatedCursor, FaultKind.RepeatedCursor, 0),
        ];
        double[] alone =
        [
            faults.Delayed,
            faults.Created,
            faults.Deleted,
            faults.LostWebhooks,
            faults.RepeatedWebhooks,
            faults.ReorderedWebhooks,
        ];
        // Shares are sums of decimal fractions: 0.9 and 0.1 may be a trifle more than 1.
        if (
            exclusive.Any(fault => !IsShare(fault.Share))
            || !alone.All(IsShare)
            || exclusive.Sum(fault => fault.Share) > 1.000001
        )
            throw new ArgumentException(
                "The shares of EmulatorFaults go from 0 to 1, and those of which one befalls a request add up to 1 at most.",
                nameof(faults)
            );
        if (faults.Delay < TimeSpan.Zero || faults.ListingDelay < TimeSpan.Zero)
            throw new ArgumentException("A delay of EmulatorFaults is negative.", nameof(faults));
    }

    /// <summary>What a draw from 0 to 1 means.</summary>
    public (FaultKind Kind, int Status) At(double draw)
    {
        foreach (var (share, kind, status) in exclusive)
        {
            draw -= share;
            if (draw < 0)
                return (kind, status);
        }
        return (FaultKind.None, 0);
    }

    private static bool IsShare(double share) => share is >= 0 and <= 1;

    private static int CheckedStatus(int status) =>
        status is >= 200 and <= 599
            ? status
            : throw new ArgumentException(
                $"EmulatorFaults.Statuses has {status}, which is not a status of a response."
            );
}
