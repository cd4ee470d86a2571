using FluentProfiles.Sources;
using FluentProfiles.Sources.Items;
using FluentProfiles.Sources.Service;

namespace FluentProfiles.Writing.Single;

/// <summary>Creates the writers of bulk writes.</summary>
internal static class ProfileWriters
{
    /// <summary>Returns the writer for the source of a query.</summary>
    /// <exception cref="UnsupportedQueryException">The source can't be written to.</exception>
    public static IProfileWriter Of(QueryEnvironment environment) =>
        environment.Pages switch
        {
            ServicePageSource pages => new ServiceWriter(new(pages.Service), pages.Scope),
            ItemsPageSource items => new ItemsWriter(items, environment.Clock),
            var other => throw new UnsupportedQueryException(
                $"A bulk write needs a query of a client, and this query reads from {other.Capabilities.Name}. Write with a client: client.Query()."
            ),
        };
}
