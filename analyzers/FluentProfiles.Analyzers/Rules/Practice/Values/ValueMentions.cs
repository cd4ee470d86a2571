using FluentProfiles.Analyzers.Reading;
using FluentProfiles.Analyzers.Symbols;

namespace FluentProfiles.Analyzers;

/// <summary>Finds the constants that are compared with an extensible enum.</summary>
internal sealed class ValueMentions(Values values, LibraryContext library)
{
    /// <param name="comparison">A comparison, or a call that gives the text of an extensible enum.</param>
    public (INamedTypeSymbol Type, IEnumerable<ValueMention> Mentions)? In(IOperation comparison) =>
        comparison switch
        {
            IBinaryOperation { OperatorMethod.ContainingType: var type } binary => (
                type,
                OfValues([binary.LeftOperand, binary.RightOperand])
            ),
            IInvocationOperation { TargetMethod.Name: "ToString", Instance.Type: INamedTypeSymbol type } call => (
                type,
                OfTexts(ComparedTexts.With(call, values))
            ),
            IInvocationOperation call when TypeOf(call) is { } type => (
                type,
                OfValues(call.Arguments.Select(argument => argument.Value).Concat(ElementsOf(call)))
            ),
            _ => null,
        };

    private INamedTypeSymbol? TypeOf(IInvocationOperation call) =>
        call
            .TargetMethod.Parameters.Select(parameter => parameter.Type)
            .OfType<INamedTypeSymbol>()
            .FirstOrDefault(type => library.Values.Find(type) is not null);

    private IEnumerable<IOperation> ElementsOf(IInvocationOperation call) =>
        call.TargetMethod.Name == "Contains" ? ContainsCalls.ItemsOf(call, values) ?? [] : [];

    private IEnumerable<ValueMention> OfValues(IEnumerable<IOperation> operands)
    {
        foreach (var operand in operands)
        {
            var written = values.Behind(operand);
            if (TextOf(written) is { } text)
                // A field is set in another body, and may serve other comparisons.
                yield return new(
                    OperationTree.RootOf(written) == OperationTree.RootOf(operand)
                        ? written
                        : Values.Unwrapped(operand),
                    text,
                    isText: false
                );
        }
    }

    private IEnumerable<ValueMention> OfTexts(IEnumerable<IOperation> operands)
    {
        foreach (var operand in operands)
        {
            if (values.TextOf(operand) is { } text)
                yield return new(operand, text, isText: true);
        }
    }

    private string? TextOf(IOperation value) =>
        value switch
        {
            IConversionOperation { OperatorMethod: not null } converted
                when library.Values.Find(converted.OperatorMethod.ContainingType) is not null => values.TextOf(
                converted.Operand
            ),
            IObjectCreationOperation { Arguments: [var text] } when library.Values.Find(value.Type) is not null =>
                values.TextOf(text.Value),
            // The initializer of a field comes without its conversion.
            _ => values.TextOf(value),
        };
}
