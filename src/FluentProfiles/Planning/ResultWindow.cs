using FluentProfiles.Operators.Windows;

namespace FluentProfiles.Planning;

/// <summary>The part of the results that the Takes and Skips of a query leave.</summary>
internal sealed class ResultWindow
{
    private long offset;
    private long? count;

    /// <summary>True when there is a Take or Skip.</summary>
    public bool IsSet { get; private set; }

    /// <summary>True when there is a Take, which limits the number of items after it.</summary>
    public bool IsBounded { get; private set; }

    public bool IsEmpty { get; private set; }

    /// <summary>The number of profiles from the start of the listing that are enough; null if no Take limits them.</summary>
    public long? Needed => count is { } taken ? offset + taken : null;

    /// <param name="step">The Take or Skip.</param>
    /// <param name="isFiltered">True when an earlier step drops profiles, so that the count does not limit what has to be read.</param>
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
