using FluentProfiles.Analyzers.Reading;
using FluentProfiles.Analyzers.Symbols;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace FluentProfiles.Analyzers;

/// <summary>Tells which variables have the same value where a query runs as where they are captured now.</summary>
/// <param name="reading">The body.</param>
/// <param name="library">The library.</param>
/// <param name="destination">Where the query runs.</param>
internal sealed class Captures(MethodReading reading, LibraryContext library, IOperation destination)
{
    private const int LongestWay = 5;

    /// <summary>True for a variable that nothing changes in between, and neither does anything change the object that it
    /// holds.</summary>
    public bool AreSame(IOperation use) => AreSame(use, LongestWay);

    private bool AreSame(IOperation use, int depth) =>
        depth > 0
        && use switch
        {
            ILocalReferenceOperation local => IsSame(local, depth),
            IParameterReferenceOperation parameter => IsSame(parameter),
            IFieldReferenceOperation { Field: { IsReadOnly: true } or { IsConst: true } } field => IsImmutable(
                field.Type
            ) || ReadonlyFields.IsOnlyRead(field.Field),
            IConditionalOperation { WhenFalse: { } no } choice => AreSame(choice.WhenTrue, no, depth),
            ICoalesceOperation choice => AreSame(choice.Value, choice.WhenNull, depth),
            // A property gives what another object holds.
            _ => use is not (IFieldReferenceOperation or IPropertyReferenceOperation),
        };

    private bool AreSame(IOperation one, IOperation other, int depth) =>
        AreSame(Values.Unwrapped(one), depth - 1) && AreSame(Values.Unwrapped(other), depth - 1);

    private bool IsSame(ILocalReferenceOperation use, int depth) =>
        reading.Values.Behind(use) != use
        && use.Local.DeclaringSyntaxReferences is [var declaration]
        && declaration.Span.End <= destination.Syntax.SpanStart
        && (
            IsImmutable(use.Type)
            || reading.Locals.IsUnaltered(use.Local)
                && reading.Locals.OnlyValue(use.Local) is { } value
                && AreSame(Values.Unwrapped(value), depth - 1)
        );

    private bool IsSame(IParameterReferenceOperation use)
    {
        if (use.Parameter.RefKind != RefKind.None || IsOfType(use.Parameter))
            return false;
        var uses = OperationTree
            .Of(OperationTree.RootOf(use))
            .OfType<IParameterReferenceOperation>()
            .Where(other => SymbolEqualityComparer.Default.Equals(other.Parameter, use.Parameter))
            .ToList();
        return !uses.Exists(VariableUse.IsWrite)
            && (IsImmutable(use.Type) || uses.Count == 1 || uses.TrueForAll(VariableUse.IsOnlyRead));
    }

    /// <summary>True for a parameter of a primary constructor, which is a variable of all members.</summary>
    private static bool IsOfType(IParameterSymbol parameter) =>
        parameter.ContainingSymbol.DeclaringSyntaxReferences is [var declaration]
        && declaration.GetSyntax() is TypeDeclarationSyntax;

    private bool IsImmutable(ITypeSymbol? type) =>
        type switch
        {
            null => false,
            { SpecialType: SpecialType.System_String } => true,
            {
                ContainingType: null,
                ContainingNamespace: { Name: "Immutable" or "Frozen", ContainingNamespace.Name: "Collections" }
            } => true,
            // A segment of an array is a value whose items change.
            { IsValueType: true } => type.AllInterfaces.All(known => known.Name != "IEnumerable"),
            _ => library.IsOfLibrary(type) && type.GetMembers().OfType<IPropertySymbol>().All(IsSetOnce),
        };

    private static bool IsSetOnce(IPropertySymbol property) => property.SetMethod is null or { IsInitOnly: true };
}
