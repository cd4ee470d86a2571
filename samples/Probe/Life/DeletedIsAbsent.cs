namespace Probe.Life;

internal sealed class DeletedIsAbsent(Task<LifeRecord> life) : LifeAssumption(life)
{
    public override string Name => "deleted-is-absent";

    public override string Description => "A deleted profile is a 404 with not_found_error for a GET, at once.";

    protected override Finding Check(LifeRecord record)
    {
        _ = record.Deleted.Json();
        return Finding.Of(record.GotAfterDelete.IsAbsent, $"the service answered {record.GotAfterDelete.Summary}");
    }
}
