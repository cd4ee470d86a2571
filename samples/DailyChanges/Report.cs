using System.Text;

namespace DailyChanges;

internal static class Report
{
    public static string Of(Snapshot before, Snapshot now)
    {
        var both = before
            .Rows.Keys.Intersect(now.Rows.Keys)
            .Select(id => (Old: before.Rows[id], New: now.Rows[id]))
            .ToList();
        var moved = both.Where(pair => pair.Old.Status != pair.New.Status).ToList();
        var touched = both.Where(pair => pair.Old.UpdatedAt != pair.New.UpdatedAt).Except(moved);

        StringBuilder text = new();
        Section(text, "New", Only(now, before).Select(Label));
        Section(text, "Gone", Only(before, now).Select(Label));
        Section(
            text,
            "Another status",
            moved.Select(pair => $"{Label(pair.New)}: {pair.Old.Status} -> {pair.New.Status}")
        );
        Section(text, "Otherwise changed", touched.Select(pair => Label(pair.New)));
        return text.ToString();
    }

    private static IEnumerable<Row> Only(Snapshot here, Snapshot there) =>
        here.Rows.Values.Where(row => !there.Rows.ContainsKey(row.Id));

    private static void Section(StringBuilder text, string title, IEnumerable<string> lines)
    {
        var all = lines.Order().ToList();
        text.AppendLine($"{title}: {all.Count}");
        foreach (var line in all)
            text.AppendLine($"  {line}");
    }

    private static string Label(Row row) => $"{row.Id} {row.Name ?? "(no name)"}";
}
