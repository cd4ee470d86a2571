namespace Probe.Life;

internal sealed class NewIsNewest(Task<LifeRecord> life) : LifeAssumption(life)
{
    public override string Name => "new-is-newest";

    public override string Description =>
        "A new profile comes before all that were there: the time of creation does not go back.";

    protected override Finding Check(LifeRecord record)
    {
        var listed = record.ListedAfterCreate.Page().Profiles.ToList();
        var place = listed.FindIndex(profile => profile.Id == record.Created.Id);
        if (place < 0)
            return Finding.Unchecked("the new profile was not listed");
        var known = record.Before.Ids.ToHashSet();
        var older = listed.Take(place).Count(profile => known.Contains(profile.Id));
        return Finding.Of(older == 0, $"{older} older profiles are listed before it");
    }
}
