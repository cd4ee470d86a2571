using System.Globalization;
using FluentProfiles.Model.Schema;

namespace FluentProfiles.Sources.Service;

/// <summary>Writes the addresses of listings, always with the same parameters in the same order.</summary>
internal static class ListingAddress
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
}
