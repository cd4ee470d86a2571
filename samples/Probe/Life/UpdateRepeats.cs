using Probe.Wire;

namespace Probe.Life;

internal sealed class UpdateRepeats(Task<LifeRecord> life) : LifeAssumption(life)
{
    public override string Name => "update-repeats";

    public override string Description => "The same update again does the same, so it may be retried.";

    protected override Finding Check(LifeRecord record)
    {
        var (first, again) = (record.Updated.Profile(), record.UpdatedAgain);
        if (again.Status is 400 or 409)
            return Finding.Violated($"the second update was answered {again.Summary}");
        var different = JsonDifference.Between(first.Json, again.Profile().Json).Where(path => path != "updated_at");
        return Finding.Of(
            !different.Any(),
            $"different: {(different.Any() ? string.Join(", ", different) : "nothing")}"
        );
    }
}
