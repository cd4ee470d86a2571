using Probe.Checks;
using Probe.Life;

namespace Probe;

/// <summary>All assumptions, in the order in which they are checked.</summary>
internal static class Assumptions
{
    /// <summary>Returns those that only read.</summary>
    /// <param name="cursorAge">How old a cursor gets before it is used.</param>
    /// <param name="time">The clock.</param>
    public static IReadOnlyList<Assumption> OfReads(TimeSpan cursorAge, TimeProvider time) =>
        [
            new DefaultOrder(),
            new CreationOrder(),
            new BothDirections(),
            new NameOrder(),
            new FullPages(),
            new LimitIsKept(),
            new FilterIsExact(),
            new FilterIsComplete(),
            new CursorGoesOn(),
            new CursorRepeats(),
            new CursorKeepsOrder(),
            new CursorLives(cursorAge, time),
            new IdsAreUnique(),
            new AbsentIsNotFound(),
            new ListAgreesWithGet(),
            new Timestamps(),
        ];

    /// <summary>Returns those about the life of a profile.</summary>
    public static IReadOnlyList<Assumption> OfWrites(Task<LifeRecord> life) =>
        [
            new NewIsListed(life),
            new NewIsNewest(life),
            new CursorSurvivesCreate(life),
            new CursorSurvivesDelete(life),
            new UpdateMerges(life),
            new UpdateMovesTime(life),
            new UpdateRepeats(life),
            new DeletedIsAbsent(life),
            new DeleteRepeats(life),
            new DeletedIsUnlisted(life),
        ];

    /// <summary>Returns those about the answers to all requests before.</summary>
    public static IReadOnlyList<Assumption> OfAnswers() => [new RequestIds(), new RateHeaders()];
}
