using FluentProfiles.Analyzers.Reading;
using FluentProfiles.Analyzers.Symbols;

namespace FluentProfiles.Analyzers;

/// <summary>Follows a query's Selects as the planner does: one that only names members is seen through.</summary>
internal sealed class Selectors(LibraryContext library)
{
    private QueryLambda? selector;
    private bool transparent = true;

    /// <summary>Whether something stands behind a Select that the planner can't see through.</summary>
    public bool IsBehind { get; private set; }

    public void Pass(QueryStep step)
    {
        if (step.Name == "WhereOnClient")
            IsBehind |= selector is not null;
        else if (step.Lambdas.Count > 0 && step.Kind != StepKind.Setting)
            PassLambda(step, step.Lambdas[0]);
    }

    /// <summary>The field that a sort key names, seen through the Selects before it; null for any other key.</summary>
    public FieldFacts? FieldOf(QueryLambda key) =>
        !transparent || IsBehind || key.Body is not { } body || Through(Values.Unwrapped(body)) is not { } read ? null
        : read is IPropertyReferenceOperation { Instance: { } owner } property
        && Values.Unwrapped(owner) is IParameterReferenceOperation
            ? library.Fields.Find(property.Property)
        : null;

    private void PassLambda(QueryStep step, QueryLambda lambda)
    {
        if (!transparent)
            IsBehind = true;
        else if (step.Name == "Select")
            (selector, transparent) = (lambda, selector is null && NamesMembers(lambda.Body));
    }

    private IOperation? Through(IOperation key) =>
        selector?.Body is not { } body || key is not IPropertyReferenceOperation { Property.Name: var name }
            ? selector is null
                ? key
                : Values.Unwrapped(selector.Body!)
            : MemberOf(Values.Unwrapped(body), name);

    private static IOperation? MemberOf(IOperation selected, string name)
    {
        var value = selected is IAnonymousObjectCreationOperation created
            ? created
                .Initializers.OfType<ISimpleAssignmentOperation>()
                .FirstOrDefault(set => set.Target is IPropertyReferenceOperation target && target.Property.Name == name)
                ?.Value
            : null;
        return value is null ? null : Values.Unwrapped(value);
    }

    private static bool NamesMembers(IOperation? operation) =>
        operation is not null
        && Values.Unwrapped(operation) switch
        {
            IParameterReferenceOperation => true,
            IPropertyReferenceOperation { Arguments.IsEmpty: true, Instance: { } owner } => NamesMembers(owner),
            IAnonymousObjectCreationOperation created => created.Initializers.All(set =>
                set is ISimpleAssignmentOperation { Value: var value } && NamesMembers(value)
            ),
            _ => false,
        };
}
