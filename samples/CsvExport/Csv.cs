using System.Text;
using FluentProfiles;

namespace CsvExport;

/// <summary>Rows as RFC 4180 has them.</summary>
internal static class Csv
{
    public const string Header = "id,name,created_at,enforcement_status,country,plan\r\n";

    public static string Rows(IEnumerable<UserProfile> profiles)
    {
        StringBuilder text = new();
        foreach (var p in profiles)
        {
            string?[] cells =
            [
                p.Id,
                p.Name,
                $"{p.CreatedAt:O}",
                p.EnforcementStatus.ToString(),
                p.ExternalUserDetails.Country,
                p.Metadata["plan"],
            ];
            text.AppendJoin(',', cells.Select(Quoted)).Append("\r\n");
        }
        return text.ToString();
    }

    private static string? Quoted(string? cell) =>
        cell?.AsSpan().ContainsAny(",\"\r\n") is true ? $"\"{cell.Replace("\"", "\"\"")}\"" : cell;
}
