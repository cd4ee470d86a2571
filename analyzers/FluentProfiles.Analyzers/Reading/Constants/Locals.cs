using System.Collections.Immutable;

namespace FluentProfiles.Analyzers.Reading;

/// <summary>What the locals of a body hold, where that can be told.</summary>
internal sealed class Locals(ImmutableArray<IOperation> blocks)
{
    // Made when a local is first asked for: most queries use none.
    private readonly Lazy<Dictionary<ILocalSymbol, List<Definition>>> definitions = new(() => DefinitionsIn(blocks));
    private readonly Lazy<ILookup<ISymbol, ILocalReferenceOperation>> uses = new(() =>
        OperationTree
            .Of(blocks)
            .OfType<ILocalReferenceOperation>()
            .ToLookup<ILocalReferenceOperation, ISymbol>(use => use.Local, SymbolEqualityComparer.Default)
    );
    private readonly Lazy<bool> hasJumps = new(() =>
        OperationTree.Of(blocks).Any(operation => operation is IBranchOperation { BranchKind: BranchKind.GoTo })
    );

    /// <summary>The value that a local has where it is used, or null where that can't be told.</summary>
    public IOperation? ValueAt(ILocalReferenceOperation use) => ReachingAt(use)?.Value;

    /// <summary>The only value that a local ever has, or null.</summary>
    public IOperation? OnlyValue(ILocalSymbol local) =>
        definitions.Value.TryGetValue(local, out var all) && all.Count == 1 ? all[0].Value : null;

    /// <summary>Each place that names a local, but for its declaration.</summary>
    public IEnumerable<ILocalReferenceOperation> UsesOf(ILocalSymbol local) =>
        uses.Value[local].Where(use => !use.IsDeclaration);

    /// <summary>True for a local that is read where its value can't be told.</summary>
    public bool HasUseOfUnknown(ILocalSymbol local) =>
        uses.Value[local]
            .Any(use =>
                !use.IsDeclaration
                && !(use.Parent is IAssignmentOperation assignment && assignment.Target == use)
                && ValueAt(use) is null
            );

    /// <summary>True for a local whose list still has the items that it was made with: the body only hands it to calls that
    /// read it.</summary>
    public bool IsUnaltered(ILocalSymbol local) =>
        uses.Value[local].All(VariableUse.IsOnlyRead) || uses.Value[local].Count() == 1;

    /// <summary>The definition that a use sees: the last one before it, where nothing but straight-line code lies between.</summary>
    public Definition? ReachingAt(ILocalReferenceOperation use)
    {
        if (!definitions.Value.TryGetValue(use.Local, out var all))
            return null;
        if (all.Count == 1)
            return all[0];
        if (hasJumps.Value)
            return null;
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

    private static Dictionary<ILocalSymbol, List<Definition>> DefinitionsIn(ImmutableArray<IOperation> blocks)
    {
        Dictionary<ILocalSymbol, List<Definition>> found = new(SymbolEqualityComparer.Default);
        foreach (var operation in OperationTree.Of(blocks))
        {
            if (DefinitionBy(operation) is not var (local, value))
                continue;
            if (!found.TryGetValue(local, out var all))
                found.Add(local, all = []);
            all.Add(new(operation, value));
        }
        return found;
    }

    private static (ILocalSymbol Local, IOperation? Value)? DefinitionBy(IOperation operation) =>
        operation switch
        {
            ILocalReferenceOperation reference => reference.IsDeclaration || VariableUse.IsOtherWrite(reference)
                ? (reference.Local, null)
                : null,
            IVariableDeclaratorOperation { Parent: IForEachLoopOperation } variable => (variable.Symbol, null),
            IVariableDeclaratorOperation declarator when declarator.GetVariableInitializer() is { } initializer => (
                declarator.Symbol,
                initializer.Value
            ),
            ISimpleAssignmentOperation { Target: ILocalReferenceOperation target } assignment => (
                target.Local,
                assignment.IsRef ? null : assignment.Value
            ),
            IDeclarationPatternOperation { DeclaredSymbol: ILocalSymbol local } pattern => (
                local,
                Matching.ValueOf(pattern)
            ),
            IRecursivePatternOperation { DeclaredSymbol: ILocalSymbol local } pattern => (
                local,
                Matching.ValueOf(pattern)
            ),
            IListPatternOperation { DeclaredSymbol: ILocalSymbol local } => (local, null),
            _ => null,
        };
}
