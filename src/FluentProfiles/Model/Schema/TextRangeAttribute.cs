namespace FluentProfiles.Model.Schema;

/// <summary>States which texts a parameter or a property takes, as <see cref="InRangeAttribute"/> does for numbers: not the empty
/// one, unless <see cref="AllowsEmpty"/> is set.</summary>
[AttributeUsage(AttributeTargets.Parameter | AttributeTargets.Property)]
internal sealed class TextRangeAttribute : Attribute
{
    /// <summary>True when the empty text is allowed. False by default.</summary>
    public bool AllowsEmpty { get; set; }

    /// <summary>True when a text of only white space is allowed. True by default.</summary>
    public bool AllowsBlank { get; set; } = true;

    /// <summary>The most characters. No limit by default.</summary>
    public int MaxLength { get; set; } = int.MaxValue;

    /// <summary>The first of the characters that are allowed. Any by default.</summary>
    public char First { get; set; } = char.MinValue;

    /// <summary>The last of the characters that are allowed. Any by default.</summary>
    public char Last { get; set; } = char.MaxValue;
}
