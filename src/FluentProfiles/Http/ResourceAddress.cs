using System.Globalization;
using System.Text;
using FluentProfiles.Planning;

namespace FluentProfiles.Http;

/// <summary>Writes addresses of the service, always with the same parameters in the same order.</summary>
internal static class ResourceAddress
{
    /// <summary>The query of one page of a listing.</summary>
    public static string OfPage(ListRequest request, string? cursor)
    {
        var text = new StringBuilder("?limit=").Append(request.Limit.ToString(CultureInfo.InvariantCulture));
        if (request.OrderBy is { } key)
            text.Append("&order=").Append(request.Descending ? "desc" : "asc").Append("&order_by=").Append(key);
        foreach (var status in request.Statuses ?? [])
            text.Append("&enforcement_status%5B%5D=").Append(Uri.EscapeDataString(status.ToString()));
        if (cursor is not null)
            text.Append("&page=").Append(Uri.EscapeDataString(cursor));
        return text.ToString();
    }

    /// <summary>The path of one profile. The id comes from anywhere, so whatever could lead elsewhere is escaped; a path of
    /// dots alone can't be and is refused.</summary>
    /// <exception cref="ArgumentException">The id is empty or "." or "..".</exception>
    public static string OfProfile(string id)
    {
        ArgumentException.ThrowIfNullOrEmpty(id);
        return id is "." or ".."
            ? throw new ArgumentException("This is no id of a profile; ids look like uprof_….", nameof(id))
            : "/" + Uri.EscapeDataString(id);
    }
}
