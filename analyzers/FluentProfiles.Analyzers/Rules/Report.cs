using System.Collections.Immutable;
using FluentProfiles.Analyzers.Symbols;
using Microsoft.CodeAnalysis.Text;

namespace FluentProfiles.Analyzers;

/// <summary>Takes what a rule finds in a body; the same place counts once, however many queries run through it.</summary>
internal sealed class Report(OperationBlockAnalysisContext context, LibraryContext library, DiagnosticDescriptor rule)
{
    private HashSet<TextSpan>? reported;

    public LibraryContext Library => library;

    /// <summary>The member that the body belongs to.</summary>
    public ISymbol Owner => context.OwningSymbol;

    public AnalyzerConfigOptions OptionsOf(SyntaxTree tree) =>
        context.Options.AnalyzerConfigOptionsProvider.GetOptions(tree);

    public void At(Location location, params object[] arguments) => At(location, null, null, arguments);

    /// <param name="location">Where.</param>
    /// <param name="fix">What the fixer needs to know, or null for nothing.</param>
    /// <param name="others">Further places that the fixer changes, or null.</param>
    /// <param name="arguments">What goes into the message.</param>
    public void At(
        Location location,
        ImmutableDictionary<string, string?>? fix,
        IEnumerable<Location>? others,
        params object[] arguments
    )
    {
        if ((reported ??= []).Add(location.SourceSpan))
            context.ReportDiagnostic(Diagnostic.Create(rule, location, others, fix, arguments));
    }

    /// <summary>The same, as a warning, where a rule that is an error can't be certain.</summary>
    public void AtUncertain(Location location, params object[] arguments)
    {
        if ((reported ??= []).Add(location.SourceSpan))
            context.ReportDiagnostic(
                Diagnostic.Create(rule, location, DiagnosticSeverity.Warning, null, null, arguments)
            );
    }
}
