using FluentProfiles.Mirror.Model;
using FluentProfiles.Mirror.Model.References;

namespace FluentProfiles.Mirror.References.Waiting;

/// <summary>Tells one call when the time of a create that was sent is over. The clock of the database may be set forward meanwhile, so
/// the time has to be over by the monotonic clock of the process, too. Not thread-safe.</summary>
/// <param name="times">The times.</param>
/// <param name="clock">The time.</param>
internal sealed class ClaimWatch(ReferenceTimes times, TimeProvider clock)
{
    private string? watched;
    private long? own;
    private long since;
    private TimeSpan length;

    /// <summary>Notes that the call has sent the create itself.</summary>
    /// <param name="timestamp">A timestamp from before it was sent.</param>
    public void NoteOwn(long timestamp) => (own, watched) = (timestamp, null);

    /// <summary>True when the time of the claim is over.</summary>
    /// <param name="claim">The claim.</param>
    /// <param name="now">The time by the clock of the database.</param>
    public bool HasEnded(MirrorClaim claim, DateTimeOffset now)
    {
        if (watched != claim.Owner)
        {
            watched = claim.Owner;
            (since, length) = own is { } sent
                ? (sent, times.Window)
                : (clock.GetTimestamp(), Limited(claim.ExpiresAt - now));
            own = null;
        }
        return claim.ExpiresAt <= now && clock.GetElapsedTime(since) >= length;
    }

    // One that is first seen after its end has a short time: the create may be under way, and the clock was set right now.
    private TimeSpan Limited(TimeSpan left) =>
        left < times.Patience ? times.Patience
        : left < times.Window ? left
        : times.Window;
}
