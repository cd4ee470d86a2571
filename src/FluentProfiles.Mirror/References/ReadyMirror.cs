namespace FluentProfiles.Mirror.References;

/// <summary>The condition of everything that concerns references.</summary>
internal static class ReadyMirror
{
    /// <exception cref="MirrorNotReadyException">No full pass is complete yet.</exception>
    public static void ThrowUnless(bool isReady)
    {
        if (!isReady)
            throw new MirrorNotReadyException(
                "The mirror is not complete: no full pass has ended since it was made or reset, so a reference that it lacks may have a profile. Run mirror.RefreshAsync(), or wait for the refresher."
            );
    }
}
