using FluentProfiles.Analyzers.Reading;
using FluentProfiles.Analyzers.Symbols;

namespace FluentProfiles.Analyzers;

/// <summary>The page sizes that a query takes.</summary>
internal static class PageSizes
{
    /// <param name="setting">The call of <c>WithPageSize</c>.</param>
    /// <param name="library">The library.</param>
    public static NumberRange? Of(QueryStep setting, LibraryContext library) =>
        setting.Call.TargetMethod.Parameters is [var size, ..] ? library.Ranges.Find(size) as NumberRange : null;
}
