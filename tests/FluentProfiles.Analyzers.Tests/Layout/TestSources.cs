using FluentProfiles.Tests;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace FluentProfiles.Analyzers.Tests.Layout;

/// <summary>The sources of the test projects. The sample applications and what <c>tests/consumer</c> builds are not among
/// them.</summary>
internal static class TestSources
{
    public static string Root { get; } = Path.Combine(Repository.Root, "tests");

    /// <summary>Paths from <see cref="Root"/>.</summary>
    public static IReadOnlyList<string> Files { get; } = [.. FilesIn(Root).Where(file => !IsApart(file))];

    /// <summary>Each type with its namespace that is not nested in another.</summary>
    public static IEnumerable<(string Name, string Namespace, string File)> Types() =>
        Parsed()
            .SelectMany(source =>
                source
                    .Root.DescendantNodes()
                    .OfType<BaseTypeDeclarationSyntax>()
                    .Where(type => type.Parent is BaseNamespaceDeclarationSyntax)
                    .Select(type =>
                        (type.Identifier.Text, $"{((BaseNamespaceDeclarationSyntax)type.Parent!).Name}", source.File)
                    )
            );

    /// <summary>The names of the methods that xunit runs.</summary>
    public static IEnumerable<(string Name, string File)> Tests() =>
        Parsed()
            .SelectMany(source =>
                source
                    .Root.DescendantNodes()
                    .OfType<MethodDeclarationSyntax>()
                    .Where(method => method.AttributeLists.SelectMany(list => list.Attributes).Any(IsTest))
                    .Select(method => (method.Identifier.Text, source.File))
            );

    /// <summary>The C# files below a folder, without what builds have made.</summary>
    public static IEnumerable<string> FilesIn(string folder) =>
        Directory
            .EnumerateFiles(folder, "*.cs", SearchOption.AllDirectories)
            .Select(file => Path.GetRelativePath(folder, file).Replace('\\', '/'))
            .Where(file => !file.Split('/').Any(part => part is "obj" or "bin"))
            .Order(StringComparer.Ordinal);

    private static IEnumerable<(CompilationUnitSyntax Root, string File)> Parsed() =>
        Files.Select(file =>
            (CSharpSyntaxTree.ParseText(File.ReadAllText(Path.Combine(Root, file))).GetCompilationUnitRoot(), file)
        );

    private static bool IsApart(string file) => file.Split('/')[0] is "applications" or "consumer" or "npm" or "aot";

    private static bool IsTest(AttributeSyntax attribute) =>
        $"{attribute.Name}" is var name
        && (
            name.EndsWith("Fact", StringComparison.Ordinal)
            || name.EndsWith("Theory", StringComparison.Ordinal)
            || name == "OverBothTransports"
        );
}
