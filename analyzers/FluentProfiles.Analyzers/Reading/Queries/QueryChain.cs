namespace FluentProfiles.Analyzers.Reading;

/// <summary>A query as written: its source, its steps in order, and what can be told of it.</summary>
internal sealed class QueryChain
{
    private readonly List<FieldRead> lambdaFields;

    public QueryChain(IOperation root, QuerySource source, IReadOnlyList<QueryStep> steps, int currentRevision)
    {
        Root = root;
        Source = source;
        Steps = steps;
        Betas = new(
            [.. steps.SelectMany(step => step.Betas ?? [])],
            isComplete: source.Kind != SourceKind.Unknown && steps.All(step => step.Betas is not null)
        );
        Revision = RevisionOf(currentRevision);
        lambdaFields = [.. steps.SelectMany(step => step.Fields)];
    }

    /// <summary>The outermost expression.</summary>
    public IOperation Root { get; }

    public QuerySource Source { get; }

    public IReadOnlyList<QueryStep> Steps { get; }

    /// <summary>Whether no other chain goes on from here.</summary>
    public bool IsFinal { get; set; } = true;

    public BetaLevel Betas { get; }

    /// <summary>The revision whose shape the profiles have, or null where it can't be told.</summary>
    public int? Revision { get; }

    /// <summary>Whether nothing in sight chooses an older shape, though something out of sight might.</summary>
    public bool HasNoShapeInSight =>
        Revision is null
        && Source.Kind != SourceKind.Items
        && Steps.All(step => step.Betas is not null)
        && Betas.Mentions.All(mention => mention.Known is { ChoosesShape: false })
        && Source.ClientBetas is null or { MayChooseShape: false };

    /// <summary>Reads of fields in the query's lambdas, and of those profiles that it gives to the same body.</summary>
    public IEnumerable<FieldRead> Fields => lambdaFields.Concat(ResultFields);

    /// <summary>Reads of fields of the profiles that the query gives.</summary>
    public List<FieldRead> ResultFields { get; } = [];

    public QueryStep? Last => Steps.Count == 0 ? null : Steps[Steps.Count - 1];

    public QueryStep? Terminal => Last is { Kind: StepKind.Terminal } last ? last : null;

    /// <summary>Whether the whole query is in sight and reads from the service, so that what is not there is not there.</summary>
    public bool IsWhollySeen => Source.Kind is SourceKind.Ambient or SourceKind.Client;

    /// <summary>Whether the query starts within a listing, whose order, filter and page size it has to keep.</summary>
    public bool StartsWithin => Steps.Any(step => step.Name is "FromPage" or "ResumeFrom");

    public IEnumerable<QueryStep> Before(QueryStep step) => Steps.TakeWhile(earlier => earlier != step);

    private int? RevisionOf(int current)
    {
        if (Source.Kind == SourceKind.Items || Betas.IsConflicting)
            return null;
        if (
            Betas.Mentions.Any(mention => mention is not { IsCertain: true, Known: not null })
            || Steps.Any(step => step.Betas is null)
        )
            return null;
        return Betas.Shapes.Count > 0 ? Betas.Shapes[0].Known!.Shape : Source.Revision(current);
    }
}
