using FluentProfiles.Query;

namespace FluentProfiles.Planning;

/// <summary>How large the pages of a listing are, and how many requests that makes.</summary>
/// <param name="MinRequests">The fewest requests.</param>
/// <param name="MaxRequests">The most, or null where nothing bounds them.</param>
/// <param name="Limit">The <c>limit</c>, the same for every page: a cursor is never used with another.</param>
internal readonly record struct PageSizing(int Limit, int MinRequests, int? MaxRequests)
{
    /// <summary>The most that the service gives in one page.</summary>
    public const int LargestPage = 100;

    public static PageSizing Of(ServicePrefix prefix, QuerySettings settings)
    {
        if (prefix.IsEmpty)
            return new(settings.PageSize ?? LargestPage, 0, 0);
        if (prefix.Needed is not { } needed)
            return new(settings.Resume?.Limit ?? settings.PageSize ?? LargestPage, 1, null);
        var limit = settings.Resume?.Limit ?? settings.PageSize ?? Even(needed);
        return new(limit, 1, Pages(needed, limit));
    }

    /// <summary>Pages of the same size, as few as possible and none larger than it must be.</summary>
    private static int Even(long needed) => (int)Math.Min(LargestPage, Ceiling(needed, Ceiling(needed, LargestPage)));

    private static int Pages(long needed, int limit) => (int)Math.Min(int.MaxValue, Ceiling(needed, limit));

    private static long Ceiling(long dividend, long divisor) => (dividend + divisor - 1) / divisor;
}
