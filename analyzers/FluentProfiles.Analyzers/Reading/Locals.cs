namespace FluentProfiles.Analyzers.Reading;

/// <summary>What the locals of a body hold, where that can be told.</summary>
internal sealed class Locals
{
    private readonly Dictionary<ILocalSymbol, List<Definition>> definitions = new(SymbolEqualityComparer.Default);

    public Locals(List<IOperation> operations)
    {
        foreach (var operation in operations)
            Note(operation);
    }

    /// <summary>The value that a local has where it is used, or null where that can't be told.</summary>
    public IOperation? ValueAt(ILocalReferenceOperation use) => ReachingAt(use)?.Value;

    /// <summary>The only value that a local ever has, or null.</summary>
    public IOperation? OnlyValue(ILocalSymbol local) =>
        definitions.TryGetValue(local, out var all) && all.Count == 1 ? all[0].Value : null;

    /// <summary>The definition that a use sees: the last one before it, where nothing but straight-line code lies between.</summary>
    public Definition? ReachingAt(ILocalReferenceOperation use)
    {
        if (!definitions.TryGetValue(use.Local, out var all))
            return null;
        if (all.Count == 1)
            return all[0];
        Definition? last = null;
        foreach (var definition in all)
        {
            if (definition.End <= use.Syntax.SpanStart && (last is null || definition.End > last.End))
                last = definition;
        }
        return last is not null && Reaches(last, use, all) ? last : null;
    }

    private static bool Reaches(Definition last, IOperation use, List<Definition> all) =>
        Flow.FunctionOf(last.Place) == Flow.FunctionOf(use)
        && Flow.AlwaysPrecedes(last.Place, use)
        && all.TrueForAll(other =>
            Flow.FunctionOf(other.Place) == Flow.FunctionOf(use)
            && (other.End <= last.End || !Flow.IsLoopedBack(other.Place, use, last.Place))
        );

    private void Note(IOperation operation)
    {
        switch (operation)
        {
            case ILocalReferenceOperation reference:
                if (IsOtherWrite(reference))
                    Add(reference.Local, reference, null);
                break;
            case IVariableDeclaratorOperation { Parent: IForEachLoopOperation } variable:
                Add(variable.Symbol, variable, null);
                break;
            case IVariableDeclaratorOperation declarator when declarator.GetVariableInitializer() is { } initializer:
                Add(declarator.Symbol, declarator, initializer.Value);
                break;
            case ISimpleAssignmentOperation { Target: ILocalReferenceOperation target } assignment:
                Add(target.Local, assignment, assignment.IsRef ? null : assignment.Value);
                break;
            case IDeclarationPatternOperation { DeclaredSymbol: ILocalSymbol local }:
                Add(local, operation, null);
                break;
        }
    }

    private static bool IsOtherWrite(ILocalReferenceOperation reference) =>
        reference.IsDeclaration
        || reference.Parent switch
        {
            IArgumentOperation argument => argument.Parameter?.RefKind is RefKind.Ref or RefKind.Out,
            IIncrementOrDecrementOperation => true,
            ITupleOperation tuple => tuple.Parent is IDeconstructionAssignmentOperation,
            IVariableInitializerOperation initializer => initializer.Parent
                is IVariableDeclaratorOperation { Symbol.IsRef: true },
            ISimpleAssignmentOperation => false,
            IAssignmentOperation assignment => assignment.Target == reference,
            _ => false,
        };

    private void Add(ILocalSymbol local, IOperation place, IOperation? value)
    {
        if (!definitions.TryGetValue(local, out var all))
            definitions.Add(local, all = []);
        all.Add(new(place, value));
    }
}
