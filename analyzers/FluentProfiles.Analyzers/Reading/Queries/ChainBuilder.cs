using FluentProfiles.Analyzers.Symbols;

namespace FluentProfiles.Analyzers.Reading;

/// <summary>Puts chains together, from their outermost expression back to their source.</summary>
internal sealed class ChainBuilder(LibraryContext library, Locals locals, OptionsReader options, BetaReader betas)
{
    private const int LongestChain = 500;

    private readonly Dictionary<IInvocationOperation, QueryStep> steps = [];
    private readonly Dictionary<IOperation, QueryChain> chains = [];
    private readonly HashSet<IOperation> continued = [];

    public IReadOnlyDictionary<IOperation, QueryChain> Chains => chains;

    public IReadOnlyList<QueryStep> Steps => [.. steps.Values];

    public List<QueryChain> BuildAll(BodyParts parts)
    {
        var received = new HashSet<IOperation>(parts.Calls.Select(ReceiverOf).OfType<IOperation>());
        foreach (var call in parts.Calls)
            steps.Add(call, StepOf(call, parts));
        IEnumerable<IOperation> roots = [.. parts.Calls, .. parts.Sources, .. parts.QueryUses.Where(IsRead)];
        foreach (var root in roots.Where(root => !received.Contains(root)))
            Build(root, LongestChain);
        foreach (var chain in chains.Values)
            chain.IsFinal = !continued.Contains(chain.Root);
        return [.. chains.Values];
    }

    /// <summary>The reads of fields that stand in the lambdas of a query.</summary>
    public HashSet<FieldRead> FieldsInLambdas() => [.. steps.Values.SelectMany(step => step.Fields)];

    private QueryChain Build(IOperation root, int depth)
    {
        root = Values.Unwrapped(root);
        if (chains.TryGetValue(root, out var known))
            return known;
        List<QueryStep> backwards = [];
        var source = Walk(root, backwards, depth);
        backwards.Reverse();
        Selectors.Follow(backwards);
        return chains[root] = new(root, source, backwards, library.CurrentRevision);
    }

    private QuerySource Walk(IOperation operation, List<QueryStep> backwards, int depth)
    {
        for (; depth > 0; depth--)
        {
            operation = Values.Unwrapped(operation);
            if (operation is IInvocationOperation call && steps.TryGetValue(call, out var step))
            {
                backwards.Add(step);
                operation = ReceiverOf(call)!;
            }
            else if (operation is ILocalReferenceOperation local && locals.ValueAt(local) is { } value)
            {
                operation = Values.Unwrapped(value);
                continued.Add(operation);
            }
            else
                return SourceOf(operation, depth - 1);
        }
        return QuerySource.Unknown;
    }

    private QuerySource SourceOf(IOperation operation, int depth)
    {
        if (operation is IConditionalOperation { WhenFalse: { } no } choice)
            return Agreed(Build(choice.WhenTrue, depth), Build(no, depth));
        if (operation is not IInvocationOperation call)
            return QuerySource.Unknown;
        if (LibraryContext.IsMirror(call.TargetMethod.ContainingType))
            return new(SourceKind.Mirror);
        if (!library.IsOfLibrary(call.TargetMethod))
            return call.Arguments.Any(argument => library.IsQuery(argument.Value.Type))
                ? QuerySource.Unknown
                : QuerySource.Made;
        return (call.TargetMethod.Name, call.Instance) switch
        {
            ("FromItems", _) => new(SourceKind.Items),
            ("Query", null) => new(SourceKind.Ambient),
            ("Query", { } client) => new(SourceKind.Client, options.OfClient(client)),
            _ => QuerySource.Unknown,
        };
    }

    private QuerySource Agreed(QueryChain yes, QueryChain no)
    {
        continued.Add(yes.Root);
        continued.Add(no.Root);
        return yes.Revision == no.Revision ? new(SourceKind.Unknown, null, yes.Revision) : QuerySource.Unknown;
    }

    private QueryStep StepOf(IInvocationOperation call, BodyParts parts)
    {
        var step = new QueryStep(call, parts.Fields, library);
        if (step.Name == "WithBeta")
            step.Betas = call.Arguments is [var list] ? betas.ReadMany(list.Value) : null;
        if (call.TargetMethod.ContainingType.Name == "ProfileQueryWrites")
            step.SetterFields = SetIn(call, parts);
        return step;
    }

    private static IReadOnlyList<FieldRead> SetIn(IInvocationOperation write, BodyParts parts) =>
        [
            .. from setter in parts.Setters
            where Flow.IsWithin(setter, write)
            from argument in setter.Arguments
            where argument.Parameter?.Name == "value"
            let lambda = QueryLambda.Of(argument.Value, parts.Fields)
            where lambda is not null
            from read in lambda.Fields
            select read,
        ];

    private static IOperation? ReceiverOf(IInvocationOperation call) =>
        QueryStep.ReceiverOf(call) is { } receiver ? Values.Unwrapped(receiver) : null;

    private static bool IsRead(ILocalReferenceOperation use) =>
        !(use.Parent is IAssignmentOperation assignment && assignment.Target == use);
}
