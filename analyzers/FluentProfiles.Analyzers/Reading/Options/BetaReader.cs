using FluentProfiles.Analyzers.Symbols;

namespace FluentProfiles.Analyzers.Reading;

/// <summary>Reads the betas that an argument or a list names.</summary>
internal sealed class BetaReader(LibraryContext library, Values values)
{
    // A list may be sure in one place and a choice in another.
    private readonly Dictionary<(IOperation Element, bool IsCertain), BetaMention> known = [];

    /// <summary>The betas of an array, a list or a collection expression, or null where it can't be read. A part that can't be
    /// read is a mention without a name.</summary>
    public IReadOnlyList<BetaMention>? ReadMany(IOperation operation, bool isCertain = true)
    {
        var list = Values.Unwrapped(operation);
        if (list is ILocalReferenceOperation or IFieldReferenceOperation)
            list = values.BehindUnaltered(list);
        if (list is null)
            return null;
        if (ChoicesOf(list) is { } choices)
            return [.. choices.SelectMany(choice => ReadMany(choice, isCertain: false) ?? [Unknown(choice)])];
        return ListedItems.PartsOf(list, values)?.SelectMany(part => ReadPart(part, isCertain)).ToList();
    }

    /// <summary>The betas that one item of a list may be: one, unless something chooses it.</summary>
    public IReadOnlyList<BetaMention> Read(IOperation element, bool isCertain = true)
    {
        var written = Written(element);
        // Sides that agree are no choice.
        if (values.TextOf(written) is null && ChoicesOf(written) is { } choices)
            return [.. choices.SelectMany(choice => Read(choice, isCertain: false))];
        if (!known.TryGetValue((element, isCertain), out var mention))
            known.Add((element, isCertain), mention = Create(written, isCertain));
        return [mention];
    }

    private IReadOnlyList<BetaMention> ReadPart((IOperation Value, bool IsSpread) part, bool isCertain) =>
        part.IsSpread ? ReadMany(part.Value, isCertain) ?? [Unknown(part.Value)] : Read(part.Value, isCertain);

    private static BetaMention Unknown(IOperation operation) => new(operation, null, null, isCertain: false);

    private BetaMention Create(IOperation written, bool isCertain)
    {
        var text = NameOf(written) ?? NameOf(values.Behind(written)) ?? values.TextOf(written);
        return new(written, text, library.Betas.Find(text), isCertain);
    }

    private static IOperation Written(IOperation element)
    {
        var written = Values.Unwrapped(element);
        while (written is IConversionOperation conversion)
            written = Values.Unwrapped(conversion.Operand);
        return written;
    }

    private static IEnumerable<IOperation>? ChoicesOf(IOperation operation) =>
        operation switch
        {
            IConditionalOperation { WhenFalse: { } no } choice => [choice.WhenTrue, no],
            ICoalesceOperation coalesce => [coalesce.Value, coalesce.WhenNull],
            ISwitchExpressionOperation choice => choice.Arms.Select(arm => arm.Value),
            _ => null,
        };

    private string? NameOf(IOperation operation) =>
        operation switch
        {
            IPropertyReferenceOperation { Property: { IsStatic: true } member }
                when library.IsBeta(member.ContainingType) => KnownBeta.Of(member)?.Name,
            IDefaultValueOperation
            or IObjectCreationOperation { Arguments.IsEmpty: true } when library.IsBeta(operation.Type) => "",
            IObjectCreationOperation { Arguments: [var text] } when library.IsBeta(operation.Type) => values.TextOf(
                text.Value
            ),
            IConversionOperation { OperatorMethod: not null } converted when library.IsBeta(operation.Type) =>
                values.TextOf(converted.Operand),
            _ => null,
        };
}
