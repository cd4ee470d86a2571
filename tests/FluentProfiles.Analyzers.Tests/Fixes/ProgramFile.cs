using FluentProfiles.Analyzers.Tests.Twin;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Diagnostics;
using Microsoft.CodeAnalysis.Text;

namespace FluentProfiles.Analyzers.Tests.Fixes;

/// <summary>A file of programs: where each stands, and what is reported in each.</summary>
internal sealed class ProgramFile
{
    private readonly List<MethodDeclarationSyntax> methods;

    private ProgramFile(SyntaxNode root) =>
        methods = [
            .. root.DescendantNodes()
                .OfType<MethodDeclarationSyntax>()
                .Where(method => method.Identifier.ValueText.StartsWith("Run", StringComparison.Ordinal)),
        ];

    public static ProgramFile Of(SyntaxNode root) => new(root);

    public static CSharpCompilation Compile(IReadOnlyList<GeneratedProgram> programs) =>
        Source.Compilation.AddSyntaxTrees(
            CSharpSyntaxTree.ParseText(ProgramSource.Of(programs), Source.ParseOptions, "Programs.cs")
        );

    /// <summary>The errors and warnings of the compiler that the rules leave, by program.</summary>
    public static async Task<ILookup<int, Diagnostic>> ReportedAsync(
        Compilation compilation,
        params DiagnosticAnalyzer[] analyzers
    )
    {
        var found = await compilation.WithAnalyzers([.. analyzers]).GetAllDiagnosticsAsync();
        var file = Of(await compilation.SyntaxTrees.Single().GetRootAsync());
        return found
            .Where(one => !one.IsSuppressed && one.Id != "CS8019")
            .ToLookup(one => file.IndexAt(one.Location.SourceSpan));
    }

    public int IndexAt(TextSpan place) => methods.FindIndex(method => method.FullSpan.Contains(place));

    /// <summary>The statements of a program, without the one that each begins with.</summary>
    public GeneratedProgram ProgramAt(int index)
    {
        var body = methods[index].Body!;
        return new(
            body.SyntaxTree.GetText()
                .ToString(TextSpan.FromBounds(body.Statements[0].Span.End, body.CloseBraceToken.SpanStart))
                .Trim()
        );
    }

    /// <summary>All that is no part of a program.</summary>
    public string TextWithout(int index)
    {
        var text = methods[index].SyntaxTree.ToString();
        return text.Remove(methods[index].SpanStart, methods[index].Span.Length);
    }
}
