using FluentProfiles.Analyzers.Reading;
using FluentProfiles.Analyzers.Symbols;

namespace FluentProfiles.Analyzers;

/// <summary>Follows a query's Selects as the planner does: those that only name members, alone or within a new object, are
/// seen through.</summary>
internal sealed class Selectors(LibraryContext library)
{
    // Null: something that the planner can't see through.
    private Selected? item = Selected.Profile;

    /// <summary>Whether something stands behind a Select that the planner can't see through.</summary>
    public bool IsBehind { get; private set; }

    public void Pass(QueryStep step)
    {
        if (step.Name == "WhereOnClient")
            IsBehind |= item is not { IsProfile: true };
        else if (step.Lambdas.Count > 0 && step.Kind != StepKind.Setting)
            PassLambda(step, step.Lambdas[0]);
    }

    /// <summary>The field that a sort key names, seen through the Selects before it; null for any other key.</summary>
    public FieldFacts? FieldOf(QueryLambda key) =>
        !IsBehind
        && item is not null
        && key.Body is { } body
        && Of(Values.Unwrapped(body), key) is { Path: [IPropertySymbol field] }
            ? library.Fields.Find(field)
            : null;

    private void PassLambda(QueryStep step, QueryLambda lambda)
    {
        if (item is null)
            IsBehind = true;
        else if (step.Name == "Select")
            item = lambda.Body is { } body ? Of(body, lambda) : null;
    }

    private Selected? Of(IOperation value, QueryLambda lambda)
    {
        switch (WithoutIdentities(value))
        {
            case IParameterReferenceOperation { Parameter: var parameter }:
                return SymbolEqualityComparer.Default.Equals(parameter, lambda.Parameter) ? item : null;
            case IPropertyReferenceOperation { Arguments.IsEmpty: false }:
                return null;
            case IMemberReferenceOperation { Instance: { } owner, Type: { } type } member:
                return Of(owner, lambda)?.Member(member.Member, type);
            case IAnonymousObjectCreationOperation created:
                return Of(created.Initializers, lambda);
            case IObjectCreationOperation { Arguments.IsEmpty: true, Initializer: { } initializer }:
                return Of(initializer.Initializers, lambda);
            default:
                return null;
        }
    }

    private Selected? Of(IReadOnlyList<IOperation> initializers, QueryLambda lambda)
    {
        Dictionary<string, Selected> members = [];
        foreach (var set in initializers)
        {
            if (
                set is not ISimpleAssignmentOperation { Target: IMemberReferenceOperation target } assignment
                || Of(assignment.Value, lambda) is not { } value
            )
                return null;
            members[target.Member.Name] = value;
        }
        return Selected.Object(members);
    }

    // Any other conversion is one that the planner meets, too.
    private static IOperation WithoutIdentities(IOperation value)
    {
        while (value is IConversionOperation { Conversion.IsIdentity: true } conversion)
            value = conversion.Operand;
        return value is IParenthesizedOperation parenthesized ? WithoutIdentities(parenthesized.Operand) : value;
    }
}
