using System.Text.Json;

namespace FluentProfiles.Benchmarks.Report;

/// <summary>The latest measurements of every scenario, kept in a file, so that one scenario can be measured again without the
/// others.</summary>
internal sealed class Measurements
{
    private static readonly JsonSerializerOptions Indented = new() { WriteIndented = true };

    /// <summary>With what it was measured.</summary>
    public string Environment { get; set; } = "";

    /// <summary>With what the mirrors were measured.</summary>
    public string MirrorConditions { get; set; } = "";

    public List<Measurement> Rows { get; init; } = [];

    public static Measurements Load(string path) =>
        File.Exists(path) ? JsonSerializer.Deserialize<Measurements>(File.ReadAllText(path))! : new();

    public void Save(string path) => File.WriteAllText(path, JsonSerializer.Serialize(this, Indented) + "\n");

    /// <summary>Puts the rows of some scenarios in place of their earlier ones.</summary>
    public void Replace(IReadOnlyCollection<Measurement> rows)
    {
        Rows.RemoveAll(earlier => rows.Any(row => row.Scenario == earlier.Scenario));
        Rows.AddRange(rows);
    }

    /// <summary>Whether no scenario is missing.</summary>
    public bool IsComplete() => !Names.All.Except(Rows.Select(row => row.Scenario)).Any();

    /// <summary>What one row took; null where it was not measured.</summary>
    public Measurement? Find(string scenario, string row) =>
        Rows.SingleOrDefault(measurement => measurement.Scenario == scenario && measurement.Row == row);

    /// <summary>The time of one row as a ratio to another's; null where one was not measured.</summary>
    public double? Time(string scenario, string row, string to) =>
        Find(scenario, row)?.Nanoseconds / Find(scenario, to)?.Nanoseconds;

    /// <summary>The bytes of one row as a ratio to another's; null where one was not measured.</summary>
    public double? Bytes(string scenario, string row, string to) =>
        (double?)Find(scenario, row)?.Bytes / Find(scenario, to)?.Bytes;
}
