namespace Probe.Life;

internal sealed class DeletedIsUnlisted(Task<LifeRecord> life) : LifeAssumption(life)
{
    public override string Name => "deleted-is-unlisted";

    public override string Description => "A deleted profile is not in the next list.";

    protected override Finding Check(LifeRecord record)
    {
        _ = record.Deleted.Json();
        var listed = record.ListedAfterDelete.Page();
        return Finding.Of(!listed.Ids.Contains(record.Created.Id), $"{listed.Profiles.Count} newest profiles read");
    }
}
