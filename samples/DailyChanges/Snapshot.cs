using System.Text.Json;
using FluentProfiles;

namespace DailyChanges;

/// <summary>All profiles at one time. The service can't be asked what changed, so every page is read, from both ends at once:
/// half the time.</summary>
internal sealed record Snapshot(IReadOnlyDictionary<string, Row> Rows)
{
    public static async Task<Snapshot> TakeAsync(
        ProfileQuery<UserProfile> profiles,
        CancellationToken cancellationToken = default
    )
    {
        var rows = await profiles
            .WithTwoEndedScan()
            .Select(p => new Row(p.Id, p.Name, p.EnforcementStatus.ToString(), p.UpdatedAt))
            .ToDictionaryAsync(row => row.Id, cancellationToken);
        return new(rows);
    }

    /// <summary>The snapshot of a file; null where there is none.</summary>
    public static async Task<Snapshot?> ReadAsync(string path)
    {
        if (!File.Exists(path))
            return null;
        await using var file = File.OpenRead(path);
        return new((await JsonSerializer.DeserializeAsync<Dictionary<string, Row>>(file))!);
    }

    public async Task SaveAsync(string path)
    {
        await using var file = File.Create(path);
        await JsonSerializer.SerializeAsync(file, Rows);
    }
}
