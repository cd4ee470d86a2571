using System.Collections.Immutable;
using FluentProfiles.Analyzers.Reading;
using FluentProfiles.Analyzers.Symbols;

namespace FluentProfiles.Analyzers;

/// <summary>A rule on how the library is used. Registers nothing where the library is not referenced; rules share one
/// reading of each body.</summary>
public abstract class QueryAnalyzer : DiagnosticAnalyzer
{
    private readonly DiagnosticDescriptor rule;

    private protected QueryAnalyzer(DiagnosticDescriptor rule)
    {
        this.rule = rule;
        SupportedDiagnostics = ImmutableArray.Create(rule);
    }

    /// <inheritdoc/>
    public sealed override ImmutableArray<DiagnosticDescriptor> SupportedDiagnostics { get; }

    /// <inheritdoc/>
    public sealed override void Initialize(AnalysisContext context)
    {
        context.EnableConcurrentExecution();
        // Check leaves generated code alone: the driver, told to, would look through all tokens of each file with a diagnostic.
        context.ConfigureGeneratedCodeAnalysis(
            GeneratedCodeAnalysisFlags.Analyze | GeneratedCodeAnalysisFlags.ReportDiagnostics
        );
        context.RegisterCompilationStartAction(Start);
    }

    private protected abstract void Check(MethodReading reading, Report report);

    private void Start(CompilationStartAnalysisContext context)
    {
        if (LibraryContext.Of(context.Compilation) is { } library)
            context.RegisterOperationBlockAction(block => Check(block, library));
    }

    private void Check(OperationBlockAnalysisContext block, LibraryContext library)
    {
        if (block.IsGeneratedCode)
            return;
        var reading = library.Read(block.OperationBlocks);
        if (!reading.IsEmpty)
            Check(reading, new Report(block, library, rule));
    }
}
