using CsvHelper.Configuration.Attributes;
using FluentProfiles;

namespace CsvExport;

/// <summary>The columns of the file.</summary>
internal sealed record Row(
    [property: Name("id")] string Id,
    [property: Name("name")] string? Name,
    [property: Name("created_at"), Format("O")] DateTimeOffset CreatedAt,
    [property: Name("enforcement_status")] string EnforcementStatus,
    [property: Name("country")] string? Country,
    [property: Name("plan")] string? Plan
)
{
    public static Row Of(UserProfile p) =>
        new(
            p.Id,
            p.Name,
            p.CreatedAt,
            p.EnforcementStatus.ToString(),
            p.ExternalUserDetails.Country,
            p.Metadata["plan"]
        );
}
