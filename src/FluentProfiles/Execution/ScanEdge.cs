namespace FluentProfiles.Execution;

/// <summary>How far one side of a scan by the time of creation has come. Profiles of one instant may come in any order, so
/// those of the last instant are known by their ids.</summary>
/// <param name="Time">When the last profile was created; null where there was none yet.</param>
/// <param name="Ids">Every profile of that instant that the side has read.</param>
internal sealed record ScanEdge(DateTimeOffset? Time, IReadOnlyCollection<string> Ids)
{
    public static ScanEdge None { get; } = new(null, []);

    /// <summary>Whether the side has read a profile.</summary>
    /// <param name="profile">The profile.</param>
    /// <param name="descending">The side's direction.</param>
    public bool Covers(UserProfile profile, bool descending) =>
        Time is { } time
        && (
            profile.CreatedAt == time ? Ids.Contains(profile.Id)
            : descending ? profile.CreatedAt > time
            : profile.CreatedAt < time
        );

    /// <summary>The edge after some more profiles, in the side's order.</summary>
    public ScanEdge After(IReadOnlyList<UserProfile> profiles)
    {
        if (profiles.Count == 0)
            return this;
        var time = profiles[^1].CreatedAt;
        var ids = profiles.Where(profile => profile.CreatedAt == time).Select(profile => profile.Id);
        return new(time, time == Time ? [.. Ids, .. ids] : ids.ToHashSet());
    }

    /// <summary>Whether a side that goes one way has gone past one that comes towards it: there is nothing left between
    /// them.</summary>
    public bool HasPassed(ScanEdge other, bool descending) =>
        Time is { } mine && other.Time is { } theirs && (descending ? mine < theirs : mine > theirs);
}
