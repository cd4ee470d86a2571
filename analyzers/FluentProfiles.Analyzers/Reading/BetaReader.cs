using FluentProfiles.Analyzers.Symbols;

namespace FluentProfiles.Analyzers.Reading;

/// <summary>Reads the betas that an argument or a list names.</summary>
internal sealed class BetaReader(LibraryContext library, Values values)
{
    private readonly Dictionary<IOperation, BetaMention> known = [];

    /// <summary>The betas of an array, a list or a collection expression, or null where it can't be read.</summary>
    public IReadOnlyList<BetaMention>? ReadMany(IOperation operation) =>
        ListedItems.Of(operation, values)?.Select(Read).ToList();

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
}
