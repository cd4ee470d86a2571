namespace Probe.Life;

internal sealed class CursorSurvivesCreate(Task<LifeRecord> life) : LifeAssumption(life)
{
    public override string Name => "cursor-survives-create";

    public override string Description => "A profile that is created meanwhile does not move what a cursor leads to.";

    protected override Finding Check(LifeRecord record)
    {
        if (record.AfterThree is not { } answer)
            return Finding.TooFew;
        var (expected, page) = (record.Before.Ids.Skip(3), answer.Page().Ids);
        return Finding.Of(expected.SequenceEqual(page), $"{page.Count()} profiles behind the cursor");
    }
}
