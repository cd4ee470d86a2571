using FluentProfiles.Mirror.Storing.Gaps;

namespace FluentProfiles.Mirror.References;

/// <summary>The condition of everything that concerns references.</summary>
internal static class ReadyMirror
{
    /// <exception cref="MirrorNotReadyException">No full pass is complete yet.</exception>
    public static void ThrowUnless(bool isReady)
    {
        if (!isReady)
            throw new MirrorNotReadyException(
                "The mirror is not complete: no full pass has completed since it was created or reset, so a reference that it lacks may have a profile. Call mirror.RefreshAsync(), or wait for the refresher."
            );
    }

    /// <param name="missing">What rows may lack.</param>
    /// <exception cref="MirrorNotReadyException">Rows may lack their reference.</exception>
    public static void ThrowIfLacking(MissingMembers missing)
    {
        if (missing.Fields.Overlaps(ReferenceRules.Field.Mask))
            throw new MirrorNotReadyException(
                "Stored profiles may lack their reference, so one that is not found may have a profile: a process wrote them that does not store references, or whose user-profiles beta does not serve them. The next complete full pass fills them in. Run mirror.RefreshAsync(), or wait for the refresher."
            );
    }
}
