namespace FluentProfiles.Analyzers.Reading;

/// <summary>One place that gives a local its value.</summary>
/// <param name="place">The declaration or assignment.</param>
/// <param name="value">The value, or null for one that can't be told.</param>
internal sealed class Definition(IOperation place, IOperation? value)
{
    public IOperation Place => place;

    public IOperation? Value => value;

    public int End => place.Syntax.Span.End;
}
