namespace FluentProfiles.Analyzers;

/// <summary>A constant that is compared with an extensible enum.</summary>
/// <param name="place">Where it is written.</param>
/// <param name="text">The constant.</param>
/// <param name="isText">Whether the comparison is one of texts, so that the place holds a text.</param>
internal sealed class ValueMention(IOperation place, string text, bool isText)
{
    public IOperation Place => place;

    public string Text => text;

    public bool IsText => isText;
}
