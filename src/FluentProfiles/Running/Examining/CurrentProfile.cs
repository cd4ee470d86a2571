using FluentProfiles.Json.Pages;

namespace FluentProfiles.Running.Examining;

/// <summary>The profile of a page that the stages are working on.</summary>
internal sealed class CurrentProfile
{
    private Page? page;
    private int index;

    /// <summary>Moves to a profile.</summary>
    /// <returns>The profile, with the fields that are read first.</returns>
    public UserProfile MoveTo(Page source, int place)
    {
        (page, index) = (source, place);
        return source.Profiles[place];
    }

    /// <summary>Returns the profile with every field that the run reads.</summary>
    public UserProfile Complete() => page!.Complete(index);
}
