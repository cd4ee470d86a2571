using System.Linq;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace FluentProfiles.Generators;

/// <summary>Completes each struct whose JSON converter is <c>ProfileValueConverter</c>: the declaration has its values, and the
/// generated part has what every extensible enum needs.</summary>
[Generator(LanguageNames.CSharp)]
public sealed class ExtensibleEnumGenerator : IIncrementalGenerator
{
    /// <inheritdoc/>
    public void Initialize(IncrementalGeneratorInitializationContext context)
    {
        var enums = context.SyntaxProvider.ForAttributeWithMetadataName(
            "System.Text.Json.Serialization.JsonConverterAttribute",
            (node, _) => node is StructDeclarationSyntax { ParameterList: not null },
            (found, _) => NameOf(found)
        );
        context.RegisterSourceOutput(
            enums.Where(name => name is not null),
            (output, name) => output.AddSource($"{name}.g.cs", ExtensibleEnumText.Of(name!))
        );
    }

    private static string? NameOf(GeneratorAttributeSyntaxContext found) =>
        found.Attributes[0].ConstructorArguments.FirstOrDefault().Value
            is INamedTypeSymbol { Name: "ProfileValueConverter" }
            ? found.TargetSymbol.Name
            : null;
}
