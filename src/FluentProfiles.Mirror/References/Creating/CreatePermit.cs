using FluentProfiles.Http.Transport;

namespace FluentProfiles.Mirror.References.Creating;

/// <summary>Lets the attempts of one create leave while there is time for it and the mirror is open, and knows whether the service may
/// have carried it out. Thread-safe.</summary>
internal sealed class CreatePermit : ISendPermit, IDisposable
{
    private readonly Elapsed sinceMark;
    private readonly TimeSpan longest;
    private readonly Action leaving;
    private readonly Lock gate = new();
    private readonly CancellationTokenSource end = new();
    private readonly CancellationTokenRegistration stopping;
    private bool hasLeft;
    private bool isStopped;
    private bool isRevoked;

    /// <param name="sinceMark">The time since the claim says that a create was sent.</param>
    /// <param name="longest">The longest time after which an attempt may leave.</param>
    /// <param name="leaving">Called right before each attempt leaves.</param>
    /// <param name="stopped">Is cancelled when the mirror is disposed.</param>
    public CreatePermit(Elapsed sinceMark, TimeSpan longest, Action leaving, CancellationToken stopped)
    {
        (this.sinceMark, this.longest, this.leaving) = (sinceMark, longest, leaving);
        stopping = stopped.UnsafeRegister(static permit => ((CreatePermit)permit!).Stop(), this);
    }

    /// <summary>Is cancelled when the mirror is disposed, while the service can't have carried out the create: before its first attempt
    /// leaves, and between one that was refused and the next.</summary>
    public CancellationToken Ended => end.Token;

    /// <summary>True when an attempt was denied.</summary>
    public bool HasDenied { get; private set; }

    public bool MaySend()
    {
        lock (gate)
        {
            if (isRevoked)
                return false;
            // After its time, for example in a process that was suspended, a person may have decided meanwhile.
            HasDenied = (isStopped && !hasLeft) || sinceMark.Time > longest;
            if (HasDenied)
                return false;
            hasLeft = true;
            leaving();
            return true;
        }
    }

    public void NoteRefused()
    {
        lock (gate)
        {
            hasLeft = false;
            if (!isStopped || isRevoked)
                return;
        }
        end.Cancel();
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

    public void Dispose()
    {
        Revoke();
        stopping.Dispose();
        end.Dispose();
    }

    private void Stop()
    {
        lock (gate)
        {
            isStopped = true;
            if (hasLeft)
                return;
        }
        end.Cancel();
    }
}
