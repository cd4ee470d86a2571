namespace FluentProfiles;

/// <summary>The exception that is thrown when a pass has stopped because it would change more of the mirror than its
/// limits allow. Nothing is lost: the mirror keeps what it has, and queries go on. The message states the numbers and
/// what to check. Then run another pass, or let this one go on with
/// <see cref="ProfileMirror.ApproveAsync"/>.</summary>
public sealed class MirrorStoppedException : MirrorException
{
    internal MirrorStoppedException(MirrorPassKind kind, long pass, MirrorStopReason reason, string message)
        : base(message) => (Kind, Pass, Reason) = (kind, pass, reason);

    /// <summary>The kind of the pass.</summary>
    public MirrorPassKind Kind { get; }

    /// <summary>The number of the pass, for <see cref="ProfileMirror.ApproveAsync"/>.</summary>
    public long Pass { get; }

    /// <summary>The reason.</summary>
    public MirrorStopReason Reason { get; }
}
