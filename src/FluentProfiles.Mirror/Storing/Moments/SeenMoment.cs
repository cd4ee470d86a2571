using FluentProfiles.Mirror.Model.Columns;

namespace FluentProfiles.Mirror.Storing.Moments;

/// <summary>The latest moment of a scope that this process has seen in the database. A reading bears it from before its request is sent:
/// everything that was written up to it is older than what the service answers, and of what was written later nobody knows. A moment
/// that is too early only has a profile read once more. Thread-safe.</summary>
internal sealed class SeenMoment
{
    private long latest;

    /// <summary>The moment of a reading that is requested now.</summary>
    public DateTimeOffset Latest => Microseconds.ToTime(Interlocked.Read(ref latest));

    /// <summary>Notes a moment that was read in the database, or was committed; null for none.</summary>
    public void Note(DateTimeOffset? moment)
    {
        if (moment is not { } noted)
            return;
        var seen = Microseconds.Of(noted);
        for (var before = Interlocked.Read(ref latest); before < seen; before = Interlocked.Read(ref latest))
            Interlocked.CompareExchange(ref latest, seen, before);
    }
}
