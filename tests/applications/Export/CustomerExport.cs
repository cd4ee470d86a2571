using System.Globalization;
using CsvHelper;
using CsvHelper.Configuration;
using FluentProfiles;

namespace Export;

/// <summary>Writes the stopped customers to a CSV file. A run that was ended continues with the next one: beside the file stands where
/// it was, as the length of the file and the token.</summary>
public sealed class CustomerExport(IProfilesClient profiles, string path)
{
    private static readonly CsvConfiguration Format = new(CultureInfo.InvariantCulture)
    {
        HasHeaderRecord = false,
        InjectionOptions = InjectionOptions.Escape,
    };

    private string PositionPath => path + ".position";

    public async Task RunAsync(CancellationToken ct)
    {
        var position = await PositionAsync(ct);
        await using var file = new FileStream(path, FileMode.OpenOrCreate, FileAccess.Write);
        file.SetLength(position.Length); // drops rows that were written after the position was saved
        file.Seek(0, SeekOrigin.End);
        await using var text = new StreamWriter(file);
        await using var csv = new CsvWriter(text, Format);

        var rows = profiles
            .Query()
            .Where(p => p.EnforcementStatus != EnforcementStatus.Unrestricted)
            .Select(p => new Row(p.Id, p.Name, p.EnforcementStatus.ToString(), p.Metadata["plan"], p.CreatedAt));
        await foreach (var page in rows.ResumeFrom(position.Token).AsPages().WithCancellation(ct))
        {
            await csv.WriteRecordsAsync(page.Items, ct);
            await csv.FlushAsync();
            await text.FlushAsync(ct);
            await SaveAsync(new(file.Length, page.ResumeToken), ct);
        }
        File.Delete(PositionPath);
    }

    private async Task<Position> PositionAsync(CancellationToken ct) =>
        await LinesAsync(ct) is [var length, var token] ? new(long.Parse(length), token) : new(0, null);

    private async Task<string[]> LinesAsync(CancellationToken ct) =>
        File.Exists(PositionPath) ? await File.ReadAllLinesAsync(PositionPath, ct) : [];

    // Renamed, so that an end while it is written leaves the position before.
    private async Task SaveAsync(Position position, CancellationToken ct)
    {
        if (position.Token is null)
            return;
        await File.WriteAllLinesAsync(PositionPath + ".new", [$"{position.Length}", position.Token], ct);
        File.Move(PositionPath + ".new", PositionPath, overwrite: true);
    }

    private sealed record Row(string Id, string? Name, string Status, string? Plan, DateTimeOffset CreatedAt);

    private readonly record struct Position(long Length, string? Token);
}
