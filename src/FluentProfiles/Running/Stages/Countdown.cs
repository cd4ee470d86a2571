namespace FluentProfiles.Running.Stages;

/// <summary>What a Skip or Take has left: the part of a run's state that a resume token carries.</summary>
internal sealed class Countdown(int left, bool isTake)
{
    public int Left { get; set; } = left;

    /// <summary>Whether it is a Take that has given all.</summary>
    public bool IsSpentTake => isTake && Left == 0;
}
