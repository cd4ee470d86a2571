using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace FluentProfiles.Analyzers.Reading;

/// <summary>Reads the items of a list that the source spells out, in place or in a local or private field that nothing
/// alters.</summary>
internal static class ListedItems
{
    /// <summary>The items, or null where they can't be told.</summary>
    public static IReadOnlyList<IOperation>? Of(IOperation operation, Values values)
    {
        var list = Values.Unwrapped(operation);
        if (list is ILocalReferenceOperation or IFieldReferenceOperation)
            list = values.BehindUnaltered(list);
        return list is null ? null : Spelled(list)?.ToList();
    }

    /// <summary>The items of a list that is spelled out, with the lists that are spread into it.</summary>
    public static IEnumerable<(IOperation Value, bool IsSpread)>? PartsOf(IOperation list, Values values) =>
        list.Syntax is CollectionExpressionSyntax syntax && syntax.Elements.Any(SyntaxKind.SpreadElement)
            ? PartsOf(syntax, list)
            : Of(list, values)?.Select(item => (item, false));

    private static List<(IOperation, bool)>? PartsOf(CollectionExpressionSyntax syntax, IOperation list)
    {
        List<(IOperation, bool)> parts = [];
        foreach (var element in syntax.Elements)
        {
            var value = element is SpreadElementSyntax { Expression: var spread }
                ? list.SemanticModel?.GetOperation(spread)
                : ItemAt(element, list);
            if (value is null)
                return null;
            parts.Add((value, element is SpreadElementSyntax));
        }
        return parts;
    }

    private static IOperation? ItemAt(CollectionElementSyntax element, IOperation list) =>
        list.ChildOperations.FirstOrDefault(child => child.Syntax.Span == element.Span);

    private static IEnumerable<IOperation>? Spelled(IOperation list) =>
        list switch
        {
            IArrayCreationOperation { Initializer: { } initializer } => initializer.ElementValues,
            IArrayCreationOperation { DimensionSizes: [{ ConstantValue: { HasValue: true, Value: 0 } }] } => [],
            IArrayInitializerOperation array => array.ElementValues,
            IObjectCreationOperation { Arguments.IsEmpty: true } created => Added(created.Initializer),
            IObjectOrCollectionInitializerOperation initializer => Added(initializer),
            // The compiler that this is built on has no operation for a collection expression.
            _ when list.Syntax is CollectionExpressionSyntax syntax => Spelled(syntax, list),
            _ => null,
        };

    private static IEnumerable<IOperation>? Spelled(CollectionExpressionSyntax syntax, IOperation list)
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
