using FluentProfiles.Http.Transport;

namespace FluentProfiles.Mirror.References.Creating;

/// <summary>Lets the attempts of one create leave while there is time for it, and knows whether the service may have carried it out.
/// Thread-safe.</summary>
/// <param name="sinceMark">The time since the claim says that a create was sent.</param>
/// <param name="longest">The longest time after which an attempt may leave.</param>
/// <param name="leaving">Called right before each attempt leaves.</param>
internal sealed class CreatePermit(Elapsed sinceMark, TimeSpan longest, Action leaving) : ISendPermit
{
    private readonly Lock gate = new();
    private bool hasLeft;
    private bool isRevoked;

    /// <summary>True when an attempt was denied because it came too late: a person may have decided meanwhile.</summary>
    public bool IsLate { get; private set; }

    public bool MaySend()
    {
        lock (gate)
        {
            if (isRevoked)
                return false;
            // The process may have been suspended since.
            IsLate = sinceMark.Time > longest;
            if (IsLate)
                return false;
            hasLeft = true;
            leaving();
            return true;
        }
    }

    public void NoteRefused()
    {
        lock (gate)
            hasLeft = false;
    }

    /// <summary>Denies every attempt from now on: a handler may have one left that it has not waited for.</summary>
    /// <returns>True when the service may have carried out the create: an attempt has left, and was not refused.</returns>
    public bool Revoke()
    {
        lock (gate)
        {
            isRevoked = true;
            return hasLeft;
        }
    }
}
