using System.Globalization;

namespace FluentProfiles.Mirror.Passes;

/// <summary>Decides whether a pass may change as much as it is about to.</summary>
/// <param name="options">The limits.</param>
internal sealed class PassGuard(ProfileMirrorOptions options)
{
    /// <summary>A mirror of few profiles may change by this many, whatever share they are.</summary>
    public const int Fewest = 10;

    /// <summary>Returns the exception for a pass that has more rows to add or to change than it may, or null. The first load has
    /// no limit.</summary>
    /// <param name="pass">The pass, with the rows that it is about to write counted.</param>
    public MirrorStoppedException? OfWrites(PassState pass) =>
        pass.IsApproved || pass.IsFirst ? null
        : pass.AllAdded > Most(options.MaxAddedShare, pass.RowsBefore) ? TooManyAdded(pass)
        : pass.AllChanged > Most(options.MaxChangedShare, pass.RowsBefore) ? TooManyChanged(pass)
        : null;

    /// <summary>Returns the exception for a pass that has more rows to remove than it may, or null. For a sweep of statuses, which
    /// removes nothing, these are rows that may have changed.</summary>
    /// <param name="pass">The pass, with the missing rows counted.</param>
    public MirrorStoppedException? OfMissing(PassState pass)
    {
        if (pass.Counts.Missing <= MostMissing(pass))
            return null;
        return pass.Kind == MirrorPassKind.Statuses ? TooManyChanged(pass) : TooManyRemoved(pass);
    }

    /// <summary>How many rows of a pass may be missing.</summary>
    public long MostMissing(PassState pass) =>
        pass.IsApproved
            ? long.MaxValue
            : Most(
                pass.Kind == MirrorPassKind.Statuses ? options.MaxChangedShare : options.MaxRemovedShare,
                pass.RowsAtStart
            );

    /// <summary>Returns the exception for a key that none of the stored profiles is found with.</summary>
    public static MirrorStoppedException OfUnknown(PassState pass, int asked) =>
        Stopped(
            pass,
            MirrorStopReason.UnknownProfiles,
            $"the service responds with 404 for each of {Text(asked)} stored profiles that it was asked for. Its key may belong to another organization or workspace",
            "those profiles were deleted on purpose"
        );

    private static long Most(double share, long rows) => Math.Max(Fewest, (long)(share * rows));

    private MirrorStoppedException TooManyRemoved(PassState pass) =>
        Stopped(
            pass,
            MirrorStopReason.TooManyRemoved,
            $"at least {Text(pass.Counts.Missing)} of {Text(pass.RowsAtStart)} stored profiles are missing from the listing, and {nameof(options.MaxRemovedShare)} ({Percent(options.MaxRemovedShare)}) allows {Text(Most(options.MaxRemovedShare, pass.RowsAtStart))}. Nothing was removed. The listing may be cut short, or the key may belong to another organization or workspace",
            "those profiles were deleted on purpose"
        );

    private MirrorStoppedException TooManyAdded(PassState pass) =>
        Stopped(
            pass,
            MirrorStopReason.TooManyAdded,
            $"the listing has {Text(pass.AllAdded)} new profiles or more, the mirror had {Text(pass.RowsBefore)}, and {nameof(options.MaxAddedShare)} ({Percent(options.MaxAddedShare)}) allows {Text(Most(options.MaxAddedShare, pass.RowsBefore))}. The key may belong to another organization or workspace",
            "those profiles were created on purpose"
        );

    private MirrorStoppedException TooManyChanged(PassState pass) =>
        Stopped(
            pass,
            MirrorStopReason.TooManyChanged,
            $"{Text(Math.Max(pass.AllChanged, pass.Counts.Missing))} of {Text(pass.RowsBefore)} stored profiles or more have changed, and {nameof(options.MaxChangedShare)} ({Percent(options.MaxChangedShare)}) allows {Text(Most(options.MaxChangedShare, pass.RowsBefore))}. The service may have changed what it reports",
            "those changes are wanted"
        );

    private static MirrorStoppedException Stopped(
        PassState pass,
        MirrorStopReason reason,
        string what,
        string wanted
    ) =>
        new(
            pass.Kind,
            pass.Id,
            reason,
            string.Create(
                CultureInfo.InvariantCulture,
                $"The pass {pass.Id} has stopped: {what}. Check the key and the service, then run another pass. If {wanted}, call ApproveAsync({pass.Id}) instead."
            )
        );

    private static string Percent(double share) => share.ToString("0.##%", CultureInfo.InvariantCulture);

    private static string Text(long number) => number.ToString("N0", CultureInfo.InvariantCulture);
}
