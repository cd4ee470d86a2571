using System.Globalization;
using FluentProfiles.Model.Schema;
using FluentProfiles.Sources;

namespace FluentProfiles.Http.Calls;

/// <summary>Writes addresses of the service, always with the same parameters in the same order.</summary>
internal static class ResourceAddress
{
    /// <summary>The query of one page of a listing.</summary>
    public static string OfPage(ListRequest request, string? cursor)
    {
        var limit = request.Limit.ToString(CultureInfo.InvariantCulture);
        var order = request.Order.Key is { } key
            ? $"&order={(request.Order.Descending ? "desc" : "asc")}&order_by={key.Name}"
            : null;
        var filters = string.Concat(
            request.Filters.Sets.SelectMany(set => set.Value.Select(value => Filter(set.Key, value)))
        );
        var (name, page) = cursor is null ? (null, null) : ("&page=", Uri.EscapeDataString(cursor));
        return $"?limit={limit}{order}{filters}{name}{page}";
    }

    private static string Filter(ProfileFilter filter, string value) =>
        $"&{Uri.EscapeDataString(filter.Parameter)}={Uri.EscapeDataString(value)}";

    /// <summary>The path of one profile. The id comes from anywhere, so whatever could lead elsewhere is escaped; a path of
    /// dots alone can't be and is refused.</summary>
    /// <exception cref="ArgumentException">The id is empty or "." or "..".</exception>
    public static string OfProfile(string id, string? parameter)
    {
        ArgumentException.ThrowIfNullOrEmpty(id, parameter);
        return id is "." or ".."
            ? throw new ArgumentException("This is no id of a profile; ids look like uprof_….", parameter)
            : "/" + Uri.EscapeDataString(id);
    }
}
