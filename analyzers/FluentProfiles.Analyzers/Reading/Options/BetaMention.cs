using FluentProfiles.Analyzers.Symbols;

namespace FluentProfiles.Analyzers.Reading;

/// <summary>A beta as the source names it.</summary>
/// <param name="operation">The text or member.</param>
/// <param name="text">The name, or null where it can't be told.</param>
/// <param name="known">What the library knows of it, or null.</param>
/// <param name="isCertain">False for one side of a choice, which may not be sent.</param>
internal sealed class BetaMention(IOperation operation, string? text, KnownBeta? known, bool isCertain)
{
    public IOperation Operation => operation;

    public Location Location => operation.Syntax.GetLocation();

    public string? Text => text;

    public KnownBeta? Known => known;

    public bool IsCertain => isCertain;

    /// <summary>True for the same place in the source, which a choice may name again.</summary>
    public bool IsSameAs(BetaMention other) => operation == other.Operation;

    /// <summary>False for a beta in a list that another member holds.</summary>
    public bool IsNamedBy(ISymbol member) =>
        member.DeclaringSyntaxReferences.Any(part =>
            part.SyntaxTree == operation.Syntax.SyntaxTree && part.Span.Contains(operation.Syntax.Span)
        );
}
