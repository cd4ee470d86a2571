namespace FluentProfiles.Mirror.Model.References;

/// <summary>The times of claims.</summary>
internal sealed record ReferenceTimes
{
    public static ReferenceTimes Default { get; } = new();

    /// <summary>How long a claim holds before anything is sent, unless its process renews it. The process may have ended
    /// then.</summary>
    public TimeSpan Claim { get; init; } = TimeSpan.FromSeconds(30);

    /// <summary>The time after which a process renews its claim while it looks.</summary>
    public TimeSpan Renewal { get; init; } = TimeSpan.FromSeconds(10);

    /// <summary>How long the profile of a create is looked for whose answer was lost, from the moment at which it was
    /// sent.</summary>
    public TimeSpan Window { get; init; } = TimeSpan.FromMinutes(2);

    /// <summary>How long after that time a look still reads all profiles since the create was sent. Later, those since the last look
    /// suffice: the mirror has the others. They may be more than a call can read.</summary>
    public TimeSpan Recent { get; init; } = TimeSpan.FromHours(1);

    /// <summary>How long other processes leave a create alone before they look for its profile, too.</summary>
    public TimeSpan Patience { get; init; } = TimeSpan.FromSeconds(2);

    /// <summary>The first wait for another process. It is doubled each time.</summary>
    public TimeSpan ShortestPoll { get; init; } = TimeSpan.FromMilliseconds(50);

    public TimeSpan LongestPoll { get; init; } = TimeSpan.FromMilliseconds(500);

    /// <summary>The first wait between two looks. It is doubled each time.</summary>
    public TimeSpan ShortestLook { get; init; } = TimeSpan.FromMilliseconds(250);

    public TimeSpan LongestLook { get; init; } = TimeSpan.FromSeconds(15);

    /// <summary>How long a cached reference is used without a look at the feed of changes.</summary>
    public TimeSpan Trust { get; init; } = TimeSpan.FromSeconds(1);

    /// <summary>How long a call waits for that look. Then it uses what is cached.</summary>
    public TimeSpan LongestFollow { get; init; } = TimeSpan.FromSeconds(1);
}
