namespace Probe.Life;

internal sealed class DeleteRepeats(Task<LifeRecord> life) : LifeAssumption(life)
{
    public override string Name => "delete-repeats";

    public override string Description =>
        "The delete of a deleted profile is a 404 with not_found_error, which shows a retry that it is done.";

    protected override Finding Check(LifeRecord record)
    {
        _ = record.Deleted.Json();
        return Finding.Of(record.DeletedAgain.IsAbsent, $"the service answered {record.DeletedAgain.Summary}");
    }
}
