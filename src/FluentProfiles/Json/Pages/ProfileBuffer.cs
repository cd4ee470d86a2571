namespace FluentProfiles.Json.Pages;

/// <summary>The objects that the profiles of one page are read into, reused for later pages.</summary>
internal sealed class ProfileBuffer
{
    private readonly List<UserProfile> recycled = [];
    private readonly List<UserProfile> lookedAt = [];

    /// <summary>True when the profiles have only the fields that are read first.</summary>
    public bool IsFirstLook { get; set; }

    /// <summary>The profiles of the page, in the order of the listing.</summary>
    public List<UserProfile> Profiles { get; } = new(PageLimits.Largest);

    /// <summary>The start of each profile in the body of a page, for a first look alone.</summary>
    public List<int> Starts { get; } = [];

    /// <summary>Returns the object at a place, which each page reads into again. Its parts are new each time, because they may
    /// have left the run.</summary>
    public UserProfile Recycled(int place) => At(place, recycled);

    /// <summary>Returns the object at a place for a first look, whose parts are read into again, too.</summary>
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
