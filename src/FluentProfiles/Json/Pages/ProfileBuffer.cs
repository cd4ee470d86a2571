namespace FluentProfiles.Json.Pages;

/// <summary>The places for the profiles of one page, kept for the pages after it.</summary>
internal sealed class ProfileBuffer
{
    private readonly List<UserProfile> recycled = [];
    private readonly List<UserProfile> lookedAt = [];

    /// <summary>What the page holds, in the service's order.</summary>
    public List<UserProfile> Profiles { get; } = new(PageLimits.Largest);

    /// <summary>Where in the body each begins; only for a page that is read in two goes.</summary>
    public List<int> Starts { get; } = [];

    /// <summary>The object of a place that each page reads into again. Its parts are new each time, for they may have left
    /// the run.</summary>
    public UserProfile Recycled(int place) => At(place, recycled);

    /// <summary>The object of a place that is only looked at, so that its parts are read into again, too.</summary>
    public UserProfile LookedAt(int place) => At(place, lookedAt);

    private static UserProfile At(int place, List<UserProfile> objects)
    {
        while (objects.Count <= place)
            objects.Add(new());
        return objects[place];
    }

    public void Clear()
    {
        Profiles.Clear();
        Starts.Clear();
    }
}
