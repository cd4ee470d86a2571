namespace Probe.Life;

internal sealed class CursorSurvivesDelete(Task<LifeRecord> life) : LifeAssumption(life)
{
    public override string Name => "cursor-survives-delete";

    public override string Description => "A cursor goes on where the profile at which its page ended is deleted.";

    protected override Finding Check(LifeRecord record)
    {
        if (record.AfterNewest is not { } answer || !record.Newest.Page().Ids.SequenceEqual([record.Created.Id]))
            return Finding.Unchecked("no page ended at the profile");
        if (answer.Status == 400)
            return Finding.Violated($"the cursor was answered {answer.Summary}");
        var (expected, page) = (record.Before.Ids.Take(2), answer.Page().Ids);
        return Finding.Of(expected.SequenceEqual(page), $"{page.Count()} profiles behind the cursor");
    }
}
