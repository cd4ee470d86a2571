namespace Probe.Life;

internal sealed class UpdateMovesTime(Task<LifeRecord> life) : LifeAssumption(life)
{
    public override string Name => "update-moves-time";

    public override string Description => "An update moves updated_at forward and leaves created_at alone.";

    protected override Finding Check(LifeRecord record)
    {
        var updated = record.Updated.Profile();
        var moved = updated.UpdatedAt > record.Created.UpdatedAt;
        var kept = updated.CreatedAt == record.Created.CreatedAt;
        return Finding.Of(moved && kept, $"updated_at moved: {moved}; created_at kept: {kept}");
    }
}
