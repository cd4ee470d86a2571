using FluentProfiles.Sources;
using FluentProfiles.Sources.Items;
using FluentProfiles.Sources.Service;

namespace FluentProfiles.Writing.Single;

/// <summary>The writers by the source of a query.</summary>
internal static class ProfileWriters
{
    /// <summary>Returns what writes to the place where a query reads.</summary>
    public static IProfileWriter Of(QueryEnvironment environment) =>
        environment.Pages switch
        {
            ServicePageSource pages => new ProfileWriter(pages.Service),
            ItemsPageSource items => new ItemsWriter(items, environment.Clock),
            var other => throw new NotSupportedException($"{other.GetType().Name} can't be written to."),
        };
}
