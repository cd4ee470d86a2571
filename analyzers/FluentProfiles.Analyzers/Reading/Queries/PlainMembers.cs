using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace FluentProfiles.Analyzers.Reading;

/// <summary>Tells which members of an object give back what an initializer gave them: the planner's rule, seen from the
/// source.</summary>
internal static class PlainMembers
{
    /// <summary>True for a field, a member of an anonymous type, and a property without code of its own that no other class can
    /// override.</summary>
    public static bool Has(ISymbol member) =>
        member is IFieldSymbol or { ContainingType.IsAnonymousType: true }
        || member is IPropertySymbol { GetMethod: { } getter, SetMethod: { } setter } property
            && !property.IsVirtual
            && !property.IsAbstract
            && (!property.IsOverride || property.IsSealed)
            && (
                property.DeclaringSyntaxReferences.IsEmpty
                    ? IsOfCompiler(getter) && IsOfCompiler(setter)
                    : property.DeclaringSyntaxReferences.All(part => HasNoCode(part.GetSyntax()))
            );

    private static bool IsOfCompiler(IMethodSymbol accessor) =>
        accessor.GetAttributes().Any(attribute => attribute.AttributeClass?.Name == "CompilerGeneratedAttribute");

    private static bool HasNoCode(SyntaxNode declaration) =>
        declaration switch
        {
            // The other part of a partial property has the code.
            PropertyDeclarationSyntax { AccessorList: { } accessors } property => !property.Modifiers.Any(modifier =>
                modifier.ValueText is "partial" or "extern"
            ) && accessors.Accessors.All(accessor => accessor is { Body: null, ExpressionBody: null }),
            // Of a record.
            ParameterSyntax => true,
            _ => false,
        };
}
