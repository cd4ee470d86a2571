using FluentProfiles.Running.Stages;

namespace FluentProfiles.Running.Examining;

/// <summary>Remembers a point within a page: how many of its profiles were examined, and what each Skip and Take had left.</summary>
/// <param name="countdowns">The counters of the run.</param>
internal sealed class Checkpoint(IReadOnlyList<Countdown> countdowns)
{
    private readonly int[] left = new int[countdowns.Count];

    /// <summary>How many profiles were examined.</summary>
    public int Examined { get; private set; }

    public void Set(int examined)
    {
        Examined = examined;
        for (var i = 0; i < left.Length; i++)
            left[i] = countdowns[i].Left;
    }

    /// <summary>Sets the counters back.</summary>
    /// <returns>How many profiles were examined.</returns>
    public int GoBack()
    {
        for (var i = 0; i < left.Length; i++)
            countdowns[i].Left = left[i];
        return Examined;
    }
}
