namespace FluentProfiles.Analyzers.Symbols;

/// <summary>The texts that a parameter or property takes.</summary>
internal sealed class TextRange : ValueRange
{
    private readonly bool allowsEmpty;
    private readonly bool allowsBlank = true;
    private readonly int maxLength = int.MaxValue;
    private readonly char first = char.MinValue;
    private readonly char last = char.MaxValue;

    public TextRange(AttributeData attribute)
    {
        foreach (var named in attribute.NamedArguments)
        {
            allowsEmpty |= named is { Key: "AllowsEmpty", Value.Value: true };
            allowsBlank &= named is not { Key: "AllowsBlank", Value.Value: false };
            if (named is { Key: "MaxLength", Value.Value: int length })
                maxLength = length;
            else if (named is { Key: "First", Value.Value: char lowest })
                first = lowest;
            else if (named is { Key: "Last", Value.Value: char highest })
                last = highest;
        }
    }

    /// <summary>What a text breaks; null where it is in the range.</summary>
    public string? RuleBrokenBy(string text) =>
        text.Length == 0 ? (allowsEmpty ? null : "not be empty")
        : !allowsBlank && string.IsNullOrWhiteSpace(text) ? "not be only white space"
        : Characters.CountIn(text) > maxLength ? $"have at most {maxLength} characters"
        : text.Any(character => character < first || character > last)
            ? $"contain only ASCII characters from '{first}' to '{last}'"
        : null;
}
