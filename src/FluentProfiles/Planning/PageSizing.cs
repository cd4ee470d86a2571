using FluentProfiles.Json.Pages;
using FluentProfiles.Operators;
using FluentProfiles.Planning.Explain;

namespace FluentProfiles.Planning;

/// <summary>How large the pages of a listing are, and how many the query can need.</summary>
/// <param name="Limit">The <c>limit</c>, the same for every page: a cursor is never used with another.</param>
/// <param name="MaxPages">The most pages, or null where nothing bounds them.</param>
internal readonly record struct PageSizing(int Limit, int? MaxPages)
{
    /// <summary>The most that the service gives in one page.</summary>
    public const int LargestPage = PageLimits.Largest;

    /// <summary>The most pages that may be requested ahead. Each is held in memory.</summary>
    public const int MostPrefetched = 64;

    /// <param name="needed">How many profiles from the start are enough; null where that depends on what they are.</param>
    /// <param name="mayNotSuffice">Whether they may turn out not to be.</param>
    /// <param name="settings">The query's.</param>
    /// <exception cref="UnsupportedQueryException">The size would be chosen here, and a cursor belongs to another one.</exception>
    public static PageSizing Of(long? needed, bool mayNotSuffice, QuerySettings settings)
    {
        var limit = settings.Start?.Limit ?? settings.PageSize ?? (needed is { } known ? Even(known) : LargestPage);
        if (settings is { Cursor: not null, PageSize: null } && limit != LargestPage)
            throw UnsupportedQuery.CursorOfOtherPageSize(limit);
        // Of the page in which another run stopped only the rest counts, and that may have been pushed far by new profiles.
        return needed is not { } count || mayNotSuffice || settings.Start?.Examined is not null
            ? new(limit, null)
            : new(limit, (int)Math.Min(int.MaxValue, Ceiling(count, limit)));
    }

    /// <summary>Pages of the same size, as few as possible and none larger than it must be.</summary>
    private static int Even(long needed) => (int)Math.Min(LargestPage, Ceiling(needed, Ceiling(needed, LargestPage)));

    private static long Ceiling(long dividend, long divisor) => Math.Max(1, (dividend + divisor - 1) / divisor);
}
