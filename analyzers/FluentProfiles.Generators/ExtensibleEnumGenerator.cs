using System.Linq;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace FluentProfiles.Generators;

/// <summary>Completes each struct whose JSON converter is <c>ProfileValueConverter</c>: the declaration has its values, and the
/// generated part has what every extensible enum needs. Lists them all, so that nothing else has to name them.</summary>
[Generator(LanguageNames.CSharp)]
public sealed class ExtensibleEnumGenerator : IIncrementalGenerator
{
    /// <inheritdoc/>
    public void Initialize(IncrementalGeneratorInitializationContext context)
    {
        var enums = context
            .SyntaxProvider.ForAttributeWithMetadataName(
                "System.Text.Json.Serialization.JsonConverterAttribute",
                (node, _) => node is StructDeclarationSyntax { ParameterList: not null },
                (found, _) => Read(found)
            )
            .Where(found => found.Name is not null);
        context.RegisterSourceOutput(
            enums,
            (output, found) => output.AddSource($"{found.Name}.g.cs", ExtensibleEnumText.Of(found.Name!))
        );
        context.RegisterSourceOutput(
            enums.Collect(),
            (output, all) =>
            {
                if (all.Length > 0)
                    output.AddSource(
                        "ExtensibleEnums.g.cs",
                        ExtensibleEnumListText.Of(all.Select(found => found.Entry).OrderBy(entry => entry))
                    );
            }
        );
    }

    private static (string? Name, string Entry) Read(GeneratorAttributeSyntaxContext found) =>
        found.Attributes[0].ConstructorArguments.FirstOrDefault().Value
            is INamedTypeSymbol { Name: "ProfileValueConverter" }
        && found.TargetSymbol is INamedTypeSymbol type
            ? (type.Name, ExtensibleEnumListText.EntryOf(type))
            : (null, "");
}
