using FluentProfiles.Mirror.Contexts;
using FluentProfiles.Mirror.Storing;
using FluentProfiles.Sources;

namespace FluentProfiles.Mirror.Querying;

/// <summary>The mirror as the place where a query reads.</summary>
/// <param name="store">The scope.</param>
/// <param name="contexts">Creates the contexts to read with.</param>
/// <param name="client">The client whose profiles these are.</param>
/// <param name="gate">Which state of the mirror the query takes.</param>
internal sealed class MirrorQuerySource(MirrorStore store, MirrorContexts contexts, QuerySource client, MirrorGate gate)
    : QuerySource
{
    /// <summary>The same for a query that takes what there is before the first full pass.</summary>
    public MirrorQuerySource AllowingPartial() => new(store, contexts, client, gate with { AllowsPartial = true });

    public override QueryEnvironment Open(SourceSettings settings)
    {
        settings.ThrowIfOfService(MirrorCapabilities.MirrorName);
        var service = client.Open(settings);
        return service with
        {
            Pages = new MirrorPages(store, contexts, gate, service.Clock),
            // Part of each resume token, so that none of the service or of another scope is taken.
            Address = $"mirror of {service.Address}",
            Prefetch = 0,
            MaxRequests = null,
            Budget = null,
            Scans = null,
        };
    }
}
