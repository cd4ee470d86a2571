using FluentProfiles.Tests;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace FluentProfiles.Analyzers.Tests.Layout;

/// <summary>The sources of a package, and which of its files use which.</summary>
internal sealed class LibrarySources
{
    private const string Usings =
        "global using System; global using System.Collections.Generic; global using System.IO; global using System.Linq; global using System.Net.Http; global using System.Threading; global using System.Threading.Tasks;";

    private readonly CSharpCompilation compilation;

    private LibrarySources(string package)
    {
        Root = Path.Combine(Repository.Root, "src", package);
        Files =
        [
            .. Directory
                .EnumerateFiles(Root, "*.cs", SearchOption.AllDirectories)
                .Select(file => Path.GetRelativePath(Root, file).Replace('\\', '/'))
                .Where(file => !file.StartsWith("obj/", StringComparison.Ordinal))
                .Where(file => !file.StartsWith("bin/", StringComparison.Ordinal))
                .Order(StringComparer.Ordinal),
        ];
        compilation = CSharpCompilation.Create(
            package,
            Files.Select(file => Parsed(File.ReadAllText(Path.Combine(Root, file)), file)).Append(Parsed(Usings, "")),
            ((string)AppContext.GetData("TRUSTED_PLATFORM_ASSEMBLIES")!)
                .Split(Path.PathSeparator)
                .Where(file => Path.GetFileName(file) != $"{package}.dll")
                .Select(file => MetadataReference.CreateFromFile(file)),
            new(OutputKind.DynamicallyLinkedLibrary, nullableContextOptions: NullableContextOptions.Enable)
        );
    }

    public static LibrarySources Library { get; } = new("FluentProfiles");

    public static LibrarySources Mirror { get; } = new("FluentProfiles.Mirror");

    public string Root { get; }

    /// <summary>The files, relative to the root, with slashes.</summary>
    public IReadOnlyList<string> Files { get; }

    /// <summary>The folder of the package that a file is in; "." for the root.</summary>
    public static string TopOf(string file) =>
        file.IndexOf('/', StringComparison.Ordinal) is >= 0 and var end ? file[..end] : ".";

    /// <summary>Each pair of files where the first names something of the second.</summary>
    public IEnumerable<(string From, string To)> Uses() =>
        compilation.SyntaxTrees.Where(tree => tree.FilePath.Length > 0).AsParallel().SelectMany(UsesOf).Distinct();

    private IEnumerable<(string From, string To)> UsesOf(SyntaxTree tree)
    {
        var model = compilation.GetSemanticModel(tree);
        foreach (var node in tree.GetRoot().DescendantNodes().Where(IsName))
        {
            if (Origin(model.GetSymbolInfo(node).Symbol) is { Length: > 0 } file && file != tree.FilePath)
                yield return (tree.FilePath, file);
        }
    }

    // A value names the converter that writes it: the serializer asks for that.
    private static bool IsName(SyntaxNode node) =>
        node is SimpleNameSyntax or BaseObjectCreationExpressionSyntax or ElementAccessExpressionSyntax
        && !node.Ancestors().OfType<AttributeSyntax>().Any(attribute => attribute.Name.ToString() == "JsonConverter");

    private static string? Origin(ISymbol? symbol)
    {
        if (
            symbol
            is null
                or INamespaceSymbol
                or ILocalSymbol
                or IParameterSymbol
                or ITypeParameterSymbol
                or IRangeVariableSymbol
        )
            return null;
        symbol = ((symbol as IMethodSymbol)?.ReducedFrom ?? symbol).OriginalDefinition;
        return (
            symbol.DeclaringSyntaxReferences.FirstOrDefault()
            ?? OutermostOf(symbol)?.DeclaringSyntaxReferences.FirstOrDefault()
        )
            ?.SyntaxTree
            .FilePath;
    }

    private static INamedTypeSymbol? OutermostOf(ISymbol symbol)
    {
        var type = symbol as INamedTypeSymbol ?? symbol.ContainingType;
        while (type?.ContainingType is { } outer)
            type = outer;
        return type;
    }

    private static SyntaxTree Parsed(string text, string path) =>
        CSharpSyntaxTree.ParseText(text, new CSharpParseOptions(LanguageVersion.Preview), path);
}
