namespace Probe.Wire;

/// <summary>A page of a listing.</summary>
internal sealed record SightPage(IReadOnlyList<Sight> Profiles, string? Next)
{
    public IEnumerable<string> Ids => Profiles.Select(profile => profile.Id);
}
