using System.Collections.Immutable;
using FluentProfiles.Analyzers.Symbols;

namespace FluentProfiles.Analyzers.Reading;

/// <summary>Reads the betas of options objects: what the initializer says, and what later statements make of it.</summary>
internal sealed class OptionsReader(
    LibraryContext library,
    BodyParts parts,
    Values values,
    Locals locals,
    BetaReader betas
)
{
    private readonly Dictionary<IOperation, BetaLevel> known = [];
    private readonly OptionsEvents events = new(library, betas);

    /// <summary>The betas of the client that an operation gives, or null where the method does not show how it was made.</summary>
    public BetaLevel? OfClient(IOperation client)
    {
        if (values.Behind(client) is not IObjectCreationOperation creation || !library.IsClient(creation.Type))
            return null;
        return OfArgument(creation.Arguments);
    }

    /// <summary>The betas that a call of one profile names itself, or null where they can't be told.</summary>
    public BetaLevel? OfCall(IInvocationOperation call) => OfArgument(call.Arguments);

    /// <summary>The betas that an options object has in the end.</summary>
    public BetaLevel Read(IObjectCreationOperation creation)
    {
        if (!known.TryGetValue(creation, out var level))
            known.Add(creation, level = Create(creation));
        return level;
    }

    /// <summary>The betas added to options that were made elsewhere, such as a configuring lambda's parameter.</summary>
    public IEnumerable<BetaLevel> OfOthers()
    {
        foreach (var uses in parts.OptionsUses.GroupBy(SymbolOf, SymbolEqualityComparer.Default))
        {
            if (uses.Key is IParameterSymbol)
            {
                var block = uses.Select(use => use.Parent?.Parent).OfType<IOperation>().Select(Flow.StatementBlockOf);
                yield return LevelAfter(uses, block.FirstOrDefault(found => found is not null), new([]), false);
            }
        }
        foreach (var list in parts.BetaLists.Where(list => !IsFollowed(list.Instance)))
            yield return new(events.MentionsOf(list) ?? [], false, []);
    }

    private BetaLevel? OfArgument(ImmutableArray<IArgumentOperation> arguments)
    {
        if (
            arguments.FirstOrDefault(argument => library.IsOptions(argument.Parameter?.Type))
                is not { Value: var options }
            || options.ConstantValue is { HasValue: true, Value: null }
        )
            return BetaLevel.None;
        if (values.Behind(options) is not IObjectCreationOperation made || !library.IsOptions(made.Type))
            return null;
        if (LocalOf(made) is not { } local || !UsesOf(local).Any(use => IsLater(use, options) && events.MayChange(use)))
            return Read(made);
        return IsPassedOnce(made, options) ? Create(made, until: options) : null;
    }

    // A loop or another function may come to the use after what follows it in the source.
    private static bool IsPassedOnce(IOperation made, IOperation use) =>
        Flow.LoopOf(made) == Flow.LoopOf(use) && Flow.FunctionOf(made) == Flow.FunctionOf(use);

    /// <param name="creation">The object.</param>
    /// <param name="until">A use whose betas are wanted; null for those in the end.</param>
    private BetaLevel Create(IObjectCreationOperation creation, IOperation? until = null)
    {
        var history = new BetaHistory(creation.Arguments.IsEmpty ? InitializerOf(creation) : null);
        return LocalOf(creation) is { } local
            ? LevelAfter(
                UsesOf(local).Where(use => until is null || !IsLater(use, until)),
                Flow.StatementBlockOf(DeclarationOf(creation)),
                history,
                true
            )
            : history.ToLevel(isWholeSeen: Outer(creation) is IArgumentOperation);
    }

    private BetaLevel LevelAfter(IEnumerable<IOperation> uses, IOperation? block, BetaHistory history, bool isWholeSeen)
    {
        foreach (var use in uses.OrderBy(use => use.Syntax.SpanStart))
            events.Apply(use, block, history);
        return history.ToLevel(isWholeSeen);
    }

    private IEnumerable<IOperation> UsesOf(ILocalSymbol local) =>
        parts.OptionsUses.Where(use => SymbolEqualityComparer.Default.Equals(SymbolOf(use), local));

    private IReadOnlyList<BetaMention>? InitializerOf(IObjectCreationOperation creation)
    {
        foreach (var step in creation.Initializer?.Initializers ?? ImmutableArray<IOperation>.Empty)
        {
            if (
                step is ISimpleAssignmentOperation { Target: IPropertyReferenceOperation target } set
                && IsBetas(target)
            )
                return betas.ReadMany(set.Value);
            if (
                step is IMemberInitializerOperation { InitializedMember: IPropertyReferenceOperation member } added
                && IsBetas(member)
            )
                return betas.ReadMany(added.Initializer);
        }
        return [];
    }

    /// <summary>The local that holds a new object and never another one; null for any other holder.</summary>
    private ILocalSymbol? LocalOf(IOperation creation) =>
        DeclarationOf(creation) is IVariableDeclaratorOperation { Symbol: var local }
        && locals.OnlyValue(local) is not null
            ? local
            : null;

    private bool IsFollowed(IOperation? holder) =>
        holder is IParameterReferenceOperation
        || holder is ILocalReferenceOperation { Local: var local }
            && locals.OnlyValue(local) is { } made
            && parts.Options.Contains(Values.Unwrapped(made));

    private static IOperation DeclarationOf(IOperation creation) =>
        Outer(creation) is IVariableInitializerOperation { Parent: { } declarator } ? declarator : creation;

    private static IOperation? Outer(IOperation creation)
    {
        var outer = creation.Parent;
        while (outer is IConversionOperation)
            outer = outer.Parent;
        return outer;
    }

    // A loop may come back to a statement before the use, whose changes are no certain ones then.
    private static bool IsLater(IOperation use, IOperation other) => use.Syntax.SpanStart > other.Syntax.SpanStart;

    private static bool IsBetas(IPropertyReferenceOperation reference) => reference.Property.Name == "Betas";

    private static ISymbol? SymbolOf(IOperation use) =>
        use switch
        {
            ILocalReferenceOperation local => local.Local,
            IParameterReferenceOperation parameter => parameter.Parameter,
            _ => null,
        };
}
