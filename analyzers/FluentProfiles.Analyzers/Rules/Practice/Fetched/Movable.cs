using FluentProfiles.Analyzers.Reading;
using FluentProfiles.Analyzers.Symbols;

namespace FluentProfiles.Analyzers;

/// <summary>Tells which conditions and keys mean the same in a query as in memory.</summary>
/// <param name="captures">Which variables are the same there.</param>
/// <param name="library">The library.</param>
/// <param name="revision">The revision whose shape the profiles have, or null where it can't be told.</param>
internal sealed class Movable(Captures captures, LibraryContext library, int? revision)
{
    public bool IsOperator(string name, IReadOnlyList<IArgumentOperation> arguments) =>
        arguments is [{ Value: var only }]
        && name switch
        {
            "Where" => IsCondition(only),
            "OrderBy" or "OrderByDescending" => IsSortableTime(BodyOf(only)),
            "Take" or "Skip" => only.ConstantValue is { HasValue: true, Value: > 0 },
            _ => false,
        };

    /// <summary>Whether a call gives no sequence, and the query has the same one.</summary>
    public bool IsEnding(string name, IReadOnlyList<IArgumentOperation> arguments) =>
        name
            is "Count"
                or "LongCount"
                or "Any"
                or "All"
                or "First"
                or "FirstOrDefault"
                or "Single"
                or "SingleOrDefault"
                or "Last"
                or "LastOrDefault"
        && (arguments.Count == 0 || arguments is [{ Value: var only }] && IsCondition(only));

    /// <summary>Whether a condition is one on a loop's item.</summary>
    public bool IsConditionOf(IForEachLoopOperation loop, IOperation condition)
    {
        bool IsItem(IOperation part) =>
            part is ILocalReferenceOperation use && loop.Locals.Contains(use.Local, SymbolEqualityComparer.Default);

        return OperationTree.Of(condition).Any(IsItem)
            && OperationTree.Of(condition).All(part => IsItem(part) || IsPlain(part));
    }

    private bool IsSortableTime(IOperation? key) =>
        key is IPropertyReferenceOperation { Property: var property, Instance: IParameterReferenceOperation }
        && library.Fields.Find(property) is { IsSortableTime: true };

    private bool IsCondition(IOperation lambda) =>
        BodyOf(lambda) is { } body && OperationTree.Of(body).All(part => IsItem(part, lambda) || IsPlain(part));

    private static bool IsItem(IOperation part, IOperation lambda) =>
        part is IParameterReferenceOperation { Parameter.ContainingSymbol: var function }
        && SymbolEqualityComparer.Default.Equals(function, FunctionOf(lambda)?.Symbol);

    private static IAnonymousFunctionOperation? FunctionOf(IOperation lambda) =>
        (Values.Unwrapped(lambda) as IDelegateCreationOperation)?.Target as IAnonymousFunctionOperation;

    private static IOperation? BodyOf(IOperation lambda) =>
        FunctionOf(lambda)
            is { Symbol.Parameters.Length: 1, Body.Operations: [IReturnOperation { ReturnedValue: { } body }] }
            ? body
            : null;

    private bool IsPlain(IOperation part) =>
        part switch
        {
            ILiteralOperation or IUnaryOperation or IArgumentOperation or IInstanceReferenceOperation => true,
            IBinaryOperation or IParenthesizedOperation or IDefaultValueOperation => true,
            IConversionOperation { IsTryCast: false } => true,
            ILocalReferenceOperation or IParameterReferenceOperation or IFieldReferenceOperation => captures.AreSame(
                part
            ),
            IPropertyReferenceOperation property => IsPlain(property),
            IInvocationOperation call => IsPlainCall(call),
            _ => false,
        };

    // What no list reports, or not under the shape, has rules of its own.
    private bool IsPlain(IPropertyReferenceOperation property) =>
        (
            library.Fields.Find(property.Property) is not { } field
            || !field.OnlyByGet && field.IsServedBy(revision ?? library.CurrentRevision)
        )
        && property.Property.SetMethod is null or { IsInitOnly: true }
        && (library.IsOfLibrary(property.Property) || IsOfValue(property))
        && (property.Instance is not { } owner || IsNeverNull(owner));

    // The parts of a time or a text, not the clock.
    private static bool IsOfValue(IPropertyReferenceOperation property) =>
        property
            is { Instance: not null, Property.ContainingType: { SpecialType: not SpecialType.System_Nullable_T } type }
        && type.ContainingNamespace is { Name: "System", ContainingNamespace.IsGlobalNamespace: true };

    private bool IsPlainCall(IInvocationOperation call) =>
        ContainsCalls.ItemOf(call) is not null
        || call is { Instance: { } owner, TargetMethod: { } method }
            && IsNeverNull(owner)
            && (
                method.ContainingType.SpecialType == SpecialType.System_String
                    && method.Name is "StartsWith" or "EndsWith" or "Contains" or "Equals"
                || method.Name is "ContainsKey" or "Equals" && library.IsOfLibrary(method)
            );

    // In memory a null there throws, in a query it is skipped.
    private static bool IsNeverNull(IOperation owner) =>
        Values.Unwrapped(owner) switch
        {
            IPropertyReferenceOperation { Property: var property } => property.NullableAnnotation
                != NullableAnnotation.Annotated,
            IInvocationOperation => false,
            _ => true,
        };
}
