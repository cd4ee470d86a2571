using System.Collections.Immutable;
using FluentProfiles.Analyzers.Symbols;

namespace FluentProfiles.Analyzers.Reading;

/// <summary>Reads the betas of options objects: what the initializer says, and what is added to the local afterwards.</summary>
internal sealed class OptionsReader(LibraryContext library, BodyParts parts, Values values, BetaReader betas)
{
    private readonly Dictionary<IOperation, OptionsReading> known = [];

    /// <summary>The betas of the client that an operation gives, or null where the method does not show how it was made.</summary>
    public BetaLevel? OfClient(IOperation client)
    {
        if (values.Behind(client) is not IObjectCreationOperation creation || !library.IsClient(creation.Type))
            return null;
        return OfArgument(creation.Arguments);
    }

    /// <summary>The betas that a call of one profile names itself, or null where they can't be told.</summary>
    public BetaLevel? OfCall(IInvocationOperation call) => OfArgument(call.Arguments);

    public OptionsReading Read(IObjectCreationOperation creation)
    {
        if (!known.TryGetValue(creation, out var reading))
            known.Add(creation, reading = Create(creation));
        return reading;
    }

    /// <summary>The betas added to options that were made elsewhere, such as a configuring lambda's parameter.</summary>
    public IEnumerable<BetaLevel> OfOthers() =>
        parts
            .BetaLists.Where(list => list.Instance is IParameterReferenceOperation or IFieldReferenceOperation)
            .GroupBy(list => SymbolOf(list.Instance), SymbolEqualityComparer.Default)
            .Select(group => new BetaLevel(Certain([.. group.SelectMany(list => MentionsOf(list) ?? [])]), false));

    private BetaLevel? OfArgument(ImmutableArray<IArgumentOperation> arguments) =>
        arguments.FirstOrDefault(argument => library.IsOptions(argument.Parameter?.Type)) is not { } options
        || options.Value.ConstantValue is { HasValue: true, Value: null }
            ? BetaLevel.None
        : values.Behind(options.Value) is IObjectCreationOperation made && library.IsOptions(made.Type)
            ? Read(made).Betas
        : null;

    private OptionsReading Create(IObjectCreationOperation creation)
    {
        var initial = InitializerOf(creation);
        List<BetaMention> mentions = [.. initial ?? []];
        var complete = initial is not null && creation.Arguments.IsEmpty;
        if (LocalOf(creation) is { } local)
        {
            complete &= parts.OptionsUses.All(use =>
                !SymbolEqualityComparer.Default.Equals(use.Local, local) || IsHarmless(use)
            );
            foreach (
                var list in parts.BetaLists.Where(list =>
                    SymbolEqualityComparer.Default.Equals(SymbolOf(list.Instance), local)
                )
            )
            {
                var added = MentionsOf(list);
                complete &= added is not null && list.Parent is IInvocationOperation;
                mentions.AddRange(added ?? []);
            }
        }
        var certain = Certain(mentions);
        return new(creation, new(certain, complete && certain.Count == mentions.Count));
    }

    // Two of several branches may each add a beta: only what surely comes together is compared.
    private static List<BetaMention> Certain(List<BetaMention> mentions) =>
        mentions.FindAll(mention =>
            mention == mentions[0]
            || Flow.AlwaysPrecedes(CallOf(mentions[0].Operation), mention.Operation)
            || CallOf(mention.Operation) == CallOf(mentions[0].Operation)
        );

    private static IOperation CallOf(IOperation operation)
    {
        while (
            operation is not (IExpressionStatementOperation or IVariableDeclarationGroupOperation)
            && operation.Parent is { } outer
        )
            operation = outer;
        return operation;
    }

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

    private IReadOnlyList<BetaMention>? MentionsOf(IPropertyReferenceOperation list) =>
        list.Parent switch
        {
            IInvocationOperation { TargetMethod.Name: "Add", Arguments: [var only] } => [betas.Read(only.Value)],
            ISimpleAssignmentOperation assignment when assignment.Target == list => betas.ReadMany(assignment.Value),
            _ => null,
        };

    private bool IsHarmless(ILocalReferenceOperation use) =>
        use.Parent is IMemberReferenceOperation
        || use.Parent is IArgumentOperation argument
            && argument.Parent switch
            {
                IObjectCreationOperation made => library.IsClient(made.Type),
                IInvocationOperation call => library.IsOfLibrary(call.TargetMethod),
                _ => false,
            };

    private static ILocalSymbol? LocalOf(IOperation creation)
    {
        var outer = creation.Parent;
        while (outer is IConversionOperation)
            outer = outer.Parent;
        return outer is IVariableInitializerOperation { Parent: IVariableDeclaratorOperation declarator }
            ? declarator.Symbol
            : null;
    }

    private static bool IsBetas(IPropertyReferenceOperation reference) => reference.Property.Name == "Betas";

    private static ISymbol? SymbolOf(IOperation? instance) =>
        instance switch
        {
            ILocalReferenceOperation local => local.Local,
            IParameterReferenceOperation parameter => parameter.Parameter,
            IFieldReferenceOperation field => field.Field,
            _ => null,
        };
}
