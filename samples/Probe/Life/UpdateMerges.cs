namespace Probe.Life;

internal sealed class UpdateMerges(Task<LifeRecord> life) : LifeAssumption(life)
{
    public override string Name => "update-merges";

    public override string Description =>
        "An update merges metadata: other keys stay, and an empty value removes its key.";

    protected override Finding Check(LifeRecord record)
    {
        var pairs = record.Updated.Profile().Metadata;
        var (kept, changed) = (pairs.GetValueOrDefault("kept") == "1", pairs.GetValueOrDefault("changed") == "2");
        var (added, removed) = (pairs.GetValueOrDefault("added") == "1", !pairs.ContainsKey("removed"));
        return Finding.Of(
            kept && changed && added && removed,
            $"kept: {kept}; changed: {changed}; added: {added}; removed: {removed}"
        );
    }
}
