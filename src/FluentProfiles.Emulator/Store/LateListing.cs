namespace FluentProfiles.Emulator.Store;

/// <summary>Hides new profiles from lists for some time. Not thread-safe.</summary>
/// <param name="delay">How long.</param>
/// <param name="time">The time.</param>
internal sealed class LateListing(TimeSpan delay, TimeProvider time)
{
    private readonly Dictionary<int, DateTimeOffset> hidden = [];

    /// <summary>Notes a profile that was created now.</summary>
    public void Note(int sequence)
    {
        if (delay > TimeSpan.Zero)
            hidden[sequence] = time.GetUtcNow() + delay;
    }

    public bool Hides(int sequence)
    {
        if (!hidden.TryGetValue(sequence, out var until))
            return false;
        if (until > time.GetUtcNow())
            return true;
        hidden.Remove(sequence);
        return false;
    }
}
