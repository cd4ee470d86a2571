namespace Probe.Life;

internal sealed class NewIsListed(Task<LifeRecord> life) : LifeAssumption(life)
{
    public override string Name => "new-is-listed";

    public override string Description => "A new profile is in the next list.";

    protected override Finding Check(LifeRecord record)
    {
        var listed = record.ListedAfterCreate.Page();
        return Finding.Of(listed.Ids.Contains(record.Created.Id), $"{listed.Profiles.Count} newest profiles read");
    }
}
