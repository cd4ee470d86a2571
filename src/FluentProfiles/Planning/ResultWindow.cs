using FluentProfiles.Operators.Windows;

namespace FluentProfiles.Planning;

/// <summary>What the Takes and Skips of a query leave of it.</summary>
internal sealed class ResultWindow
{
    private long offset;
    private long? count;

    /// <summary>Whether a Take or Skip was seen.</summary>
    public bool IsSet { get; private set; }

    /// <summary>Whether a Take was seen: what follows it has an end.</summary>
    public bool IsBounded { get; private set; }

    public bool IsEmpty { get; private set; }

    /// <summary>How many profiles from the start of the listing are enough; null where none of the Takes says so.</summary>
    public long? Needed => count is { } taken ? offset + taken : null;

    /// <param name="step">The Take or Skip.</param>
    /// <param name="isFiltered">Whether something before it drops profiles, so that its count is of what is left.</param>
    public void Add(WindowOperator step, bool isFiltered)
    {
        IsSet = true;
        IsBounded |= step.IsTake;
        IsEmpty |= step is { IsTake: true, Count: 0 };
        if (isFiltered)
            return;
        if (step.IsTake)
            count = Math.Min(count ?? step.Count, step.Count);
        else
            (offset, count) = (offset + step.Count, count is { } taken ? Math.Max(0, taken - step.Count) : null);
        IsEmpty |= count == 0;
    }
}
