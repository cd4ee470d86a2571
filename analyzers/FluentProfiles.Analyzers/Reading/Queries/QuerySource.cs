namespace FluentProfiles.Analyzers.Reading;

/// <summary>The start of a query.</summary>
/// <param name="kind">Where it comes from.</param>
/// <param name="clientBetas">The betas of its client, or null where the method does not show them.</param>
/// <param name="agreed">The revision that both sides of a choice have, or null.</param>
internal sealed class QuerySource(SourceKind kind, BetaLevel? clientBetas = null, int? agreed = null)
{
    public static QuerySource Unknown { get; } = new(SourceKind.Unknown);

    /// <summary>What code out of sight makes: a client of its own, or a method that takes no query.</summary>
    public static QuerySource Made { get; } = new(SourceKind.Unknown) { MayBeInMemory = true };

    public SourceKind Kind => kind;

    /// <summary>Whether the profiles are, or may well be, objects in memory, which know none of the service's limits.</summary>
    public bool MayBeInMemory
    {
        get => field || kind == SourceKind.Items;
        private init;
    }

    /// <summary>Whether the query sends, or may well send, no request.</summary>
    public bool MayCostNothing => MayBeInMemory || kind == SourceKind.Mirror;

    public BetaLevel? ClientBetas => clientBetas;

    /// <summary>The revision that a query from here has when it names no shape of its own, or null where it can't be told.</summary>
    public int? Revision(int current)
    {
        if (agreed is not null || clientBetas is not { IsKnown: true, IsConflicting: false })
            return agreed;
        return clientBetas.Shapes.Count == 0 ? current : clientBetas.Shapes[0].Known!.Shape;
    }
}
