namespace FluentProfiles.Analyzers.Reading;

/// <summary>What a body says of queries and options. Immutable once made, so that rules can share it.</summary>
internal sealed class MethodReading(BodyParts parts)
{
    public static MethodReading Empty { get; } = new(new(null!)) { Values = null! };

    public bool IsEmpty => parts.IsEmpty;

    public Values Values { get; init; } = null!;

    public Locals Locals { get; init; } = null!;

    /// <summary>Each query, whether or not another one goes on from it.</summary>
    public IReadOnlyList<QueryChain> Chains { get; init; } = [];

    /// <summary>The queries from which no other one goes on.</summary>
    public IReadOnlyList<QueryChain> FinalChains { get; init; } = [];

    /// <summary>Each call on a query, once.</summary>
    public IReadOnlyList<QueryStep> Steps { get; init; } = [];

    /// <summary>The betas of those queries, options objects and calls that name any.</summary>
    public IReadOnlyList<BetaLevel> Levels { get; init; } = [];

    /// <summary>The betas of the options that a client may be made of.</summary>
    public IReadOnlyList<BetaLevel> ClientLevels { get; init; } = [];

    /// <summary>Each beta that one of the levels names, once.</summary>
    public IEnumerable<BetaMention> Mentions => Levels.SelectMany(level => level.Mentions).Distinct();

    /// <summary>References to locals and parameters that hold an options object.</summary>
    public IReadOnlyList<IOperation> OptionsUses => parts.OptionsUses;

    public IReadOnlyList<ISimpleAssignmentOperation> OptionsSettings => parts.OptionsSettings;

    /// <summary>Calls that concern one profile, with the betas and the revision that hold for each.</summary>
    public IReadOnlyList<SingleCall> Calls { get; init; } = [];

    /// <summary>A client's credentials that <c>??=</c> or a tuple sets.</summary>
    public IReadOnlyList<IPropertyReferenceOperation> Credentials => parts.Credentials;

    /// <summary>Calls that write many profiles and are made on no query.</summary>
    public IReadOnlyList<IInvocationOperation> BulkCalls => parts.BulkCalls;

    /// <summary>Calls that say what a bulk write sets.</summary>
    public IReadOnlyList<IInvocationOperation> Setters => parts.Setters;

    public IReadOnlyList<ISimpleAssignmentOperation> WriteSettings => parts.WriteSettings;

    public IReadOnlyList<IMemberInitializerOperation> WriteParts => parts.WriteParts;

    public IReadOnlyList<IOperation> Comparisons => parts.Comparisons;

    /// <summary>Each <c>await foreach</c>.</summary>
    public IReadOnlyList<IForEachLoopOperation> Loops => parts.Loops;

    /// <summary>Calls that read one profile.</summary>
    public IReadOnlyList<IInvocationOperation> Gets => parts.Gets;

    /// <summary>Calls and assignments that give a value to what states a range, but for the options of a client.</summary>
    public IReadOnlyList<IOperation> Ranged => parts.Ranged;

    /// <summary>Where a client is created.</summary>
    public IReadOnlyList<IObjectCreationOperation> Clients => parts.Clients;

    /// <summary>Reads of fields of profiles that no query in sight gave.</summary>
    public IReadOnlyList<FieldRead> LooseFields { get; init; } = [];
}
