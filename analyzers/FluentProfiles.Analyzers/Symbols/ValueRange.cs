namespace FluentProfiles.Analyzers.Symbols;

/// <summary>What an attribute of the library says of the values that a parameter or property takes.</summary>
internal abstract class ValueRange
{
    /// <summary>The range that a parameter or property states, or null for none.</summary>
    public static ValueRange? Of(ISymbol symbol) =>
        symbol
            .GetAttributes()
            .Select(attribute =>
                attribute.AttributeClass switch
                {
                    { Name: "InRangeAttribute", ContainingNamespace.Name: "Schema" } => new NumberRange(attribute),
                    { Name: "TextRangeAttribute", ContainingNamespace.Name: "Schema" } => new TextRange(attribute),
                    _ => (ValueRange?)null,
                }
            )
            .FirstOrDefault(range => range is not null);
}
