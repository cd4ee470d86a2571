using FluentProfiles.Mirror.Model.Columns;

namespace FluentProfiles.Mirror.Passes;

/// <summary>Gives the readings of a mirror moments in the order in which they are requested: the time in whole microseconds, and
/// later ones where a clock stands still or goes back. Thread-safe.</summary>
/// <param name="clock">The time.</param>
internal sealed class ReadingClock(TimeProvider clock)
{
    private long last;

    /// <summary>The moment of a reading that is requested now, later than every one before it.</summary>
    public DateTimeOffset Next()
    {
        var now = Microseconds.Of(clock.GetUtcNow());
        while (true)
        {
            var before = Interlocked.Read(ref last);
            var next = Math.Max(now, before + 1);
            if (Interlocked.CompareExchange(ref last, next, before) == before)
                return Microseconds.ToTime(next);
        }
    }

    /// <summary>Notes a moment that was given before this process was started.</summary>
    public void NoteGiven(DateTimeOffset moment)
    {
        var given = Microseconds.Of(moment);
        for (var before = Interlocked.Read(ref last); before < given; before = Interlocked.Read(ref last))
            Interlocked.CompareExchange(ref last, given, before);
    }
}
