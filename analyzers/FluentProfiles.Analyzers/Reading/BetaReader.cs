using FluentProfiles.Analyzers.Symbols;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace FluentProfiles.Analyzers.Reading;

/// <summary>Reads the betas that an argument or a list names.</summary>
internal sealed class BetaReader(LibraryContext library, Values values)
{
    private readonly Dictionary<IOperation, BetaMention> known = [];

    /// <summary>The betas of an array, a list or a collection expression, or null where it can't be read.</summary>
    public IReadOnlyList<BetaMention>? ReadMany(IOperation operation)
    {
        var list = Values.Unwrapped(operation);
        if (list is ILocalReferenceOperation or IFieldReferenceOperation)
            list = values.Behind(list);
        return ElementsOf(list)?.Select(Read).ToList();
    }

    public BetaMention Read(IOperation element)
    {
        if (!known.TryGetValue(element, out var mention))
            known.Add(element, mention = Create(element));
        return mention;
    }

    private BetaMention Create(IOperation element)
    {
        var written = Values.Unwrapped(element);
        while (written is IConversionOperation conversion)
            written = Values.Unwrapped(conversion.Operand);
        var text = NameOf(written) ?? NameOf(values.Behind(written)) ?? values.TextOf(written);
        return new(written, text, library.Betas.Find(text));
    }

    private string? NameOf(IOperation operation) =>
        operation switch
        {
            IPropertyReferenceOperation { Property: { IsStatic: true } member }
                when library.IsBeta(member.ContainingType) => KnownBeta.Of(member)?.Name,
            IObjectCreationOperation { Arguments: [var text] } when library.IsBeta(operation.Type) => values.TextOf(
                text.Value
            ),
            IConversionOperation { OperatorMethod: not null } converted when library.IsBeta(operation.Type) =>
                values.TextOf(converted.Operand),
            _ => null,
        };

    /// <summary>The elements of an array, a list or a collection expression, or null where they can't be read.</summary>
    public static IEnumerable<IOperation>? ElementsOf(IOperation list) =>
        list switch
        {
            IArrayCreationOperation { Initializer: { } initializer } => initializer.ElementValues,
            IArrayCreationOperation { DimensionSizes: [{ ConstantValue: { HasValue: true, Value: 0 } }] } => [],
            IArrayInitializerOperation array => array.ElementValues,
            IObjectCreationOperation { Arguments.IsEmpty: true } created => Added(created.Initializer),
            IObjectOrCollectionInitializerOperation initializer => Added(initializer),
            // The compiler that this is built on has no operation for a collection expression.
            _ when list.Syntax is CollectionExpressionSyntax syntax => ElementsOf(syntax, list),
            _ => null,
        };

    private static IEnumerable<IOperation>? ElementsOf(CollectionExpressionSyntax syntax, IOperation list)
    {
        if (syntax.Elements.Any(element => element is not ExpressionElementSyntax))
            return null;
        var elements = list.ChildOperations.Where(child =>
            child.Syntax.FirstAncestorOrSelf<ExpressionElementSyntax>() is not null
        );
        var found = elements.Where(child => syntax.Elements.Any(element => element.Span == child.Syntax.Span)).ToList();
        return found.Count == syntax.Elements.Count ? found : null;
    }

    private static IEnumerable<IOperation>? Added(IObjectOrCollectionInitializerOperation? initializer) =>
        initializer is null ? []
        : initializer.Initializers.All(step => step is IInvocationOperation { Arguments.Length: 1 })
            ? initializer.Initializers.Select(step => ((IInvocationOperation)step).Arguments[0].Value)
        : null;
}
