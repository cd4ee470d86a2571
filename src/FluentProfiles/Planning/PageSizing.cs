using FluentProfiles.Json.Pages;
using FluentProfiles.Operators;
using FluentProfiles.Planning.Explain;
using FluentProfiles.Sources;

namespace FluentProfiles.Planning;

/// <summary>The size of the pages of a listing, and the most pages that the query can need.</summary>
/// <param name="Limit">The <c>limit</c>, the same for every page of a run.</param>
/// <param name="MaxPages">The most pages, or null if nothing limits them.</param>
internal readonly record struct PageSizing(int Limit, int? MaxPages)
{
    /// <summary>The most profiles of a page that a query may ask for.</summary>
    public const int LargestPage = PageLimits.Largest;

    /// <summary>The most pages that may be requested ahead. Each is held in memory.</summary>
    public const int MostPrefetched = 64;

    /// <param name="needed">The number of profiles from the start that are enough; null if that depends on their values.</param>
    /// <param name="mayNotSuffice">True when more may turn out to be needed.</param>
    /// <param name="settings">The settings of the query.</param>
    /// <param name="source">The source.</param>
    /// <exception cref="UnsupportedQueryException">The size would be chosen here, and a cursor belongs to another one.</exception>
    public static PageSizing Of(long? needed, bool mayNotSuffice, QuerySettings settings, SourceCapabilities source)
    {
        var largest = source.LargestPage;
        var begun = source.BindsCursors ? settings.Start?.Limit : null;
        var limit = begun ?? settings.PageSize ?? (needed is { } known ? Even(known, largest) : largest);
        if (settings is { Cursor: not null, PageSize: null } && limit != largest)
            throw UnsupportedQuery.CursorOfOtherPageSize(limit);
        // Of the page in which another run stopped only the rest counts, and that may have been pushed far by new profiles.
        return needed is not { } count || mayNotSuffice || settings.Start?.Examined is not null
            ? new(limit, null)
            : new(limit, (int)Math.Min(int.MaxValue, Ceiling(count, limit)));
    }

    /// <summary>Pages of the same size, as few as possible and none larger than it must be.</summary>
    private static int Even(long needed, int largest) =>
        (int)Math.Min(largest, Ceiling(needed, Ceiling(needed, largest)));

    private static long Ceiling(long dividend, long divisor) => Math.Max(1, (dividend + divisor - 1) / divisor);
}
