namespace FluentProfiles.Analyzers.Reading;

/// <summary>Tells which part of the profile an operation in a query's lambda is.</summary>
internal static class SelectedParts
{
    /// <summary>The part; null for what the planner does not see through.</summary>
    public static Selected? Of(IOperation value, QueryLambda lambda)
    {
        switch (WithoutIdentities(value))
        {
            case IParameterReferenceOperation parameter:
                return lambda.IsParameter(parameter) ? lambda.Item : null;
            case IPropertyReferenceOperation { Arguments.IsEmpty: false }:
                return null;
            case IMemberReferenceOperation { Instance: { } owner, Type: { } type } member:
                return Of(owner, lambda)?.Member(member.Member, type);
            case IAnonymousObjectCreationOperation created:
                return OfObject(created.Initializers, lambda);
            case IObjectCreationOperation { Arguments.IsEmpty: true, Initializer: { } initializer }:
                return OfObject(initializer.Initializers, lambda);
            case IObjectCreationOperation { Type: { } type, Arguments: { IsEmpty: false } items } when IsTuple(type):
                return OfTuple(items, lambda);
            case IInvocationOperation
            {
                TargetMethod: { Name: "Create", ContainingType: var type },
                Arguments: var items
            } when IsTuple(type):
                return OfTuple(items, lambda);
            case IConditionalOperation { WhenFalse: { } no } choice when lambda.IsClosed(choice.Condition):
                return OfChoice(choice, no, lambda);
            case ICoalesceOperation { Value: var first } when lambda.IsClosed(first):
                return Selected.Unknown;
            default:
                return null;
        }
    }

    // The planner knows the value of the condition and keeps one side alone.
    private static Selected? OfChoice(IConditionalOperation choice, IOperation no, QueryLambda lambda) =>
        choice.Condition.ConstantValue is { HasValue: true, Value: bool known }
            ? Of(known ? choice.WhenTrue : no, lambda)
            : Selected.Unknown;

    private static Selected? OfObject(IReadOnlyList<IOperation> initializers, QueryLambda lambda)
    {
        Dictionary<string, Selected> members = [];
        foreach (var set in initializers)
        {
            if (
                set is not ISimpleAssignmentOperation { Target: IMemberReferenceOperation target } assignment
                || !PlainMembers.Has(target.Member)
                || Of(assignment.Value, lambda) is not { } value
            )
                return null;
            members[target.Member.Name] = value;
        }
        return Selected.Object(members);
    }

    private static Selected? OfTuple(IReadOnlyList<IArgumentOperation> items, QueryLambda lambda)
    {
        Dictionary<string, Selected> members = [];
        foreach (var item in items)
        {
            if (item.Parameter is not { Ordinal: var position } || Of(item.Value, lambda) is not { } value)
                return null;
            members[$"Item{position + 1}"] = value;
        }
        return Selected.Object(members);
    }

    private static bool IsTuple(ITypeSymbol type) =>
        type
            is {
                Name: "Tuple" or "ValueTuple",
                ContainingNamespace: { Name: "System", ContainingNamespace.IsGlobalNamespace: true }
            };

    // Any other conversion is one that the planner meets, too.
    private static IOperation WithoutIdentities(IOperation value)
    {
        while (value is IConversionOperation { Conversion.IsIdentity: true } conversion)
            value = conversion.Operand;
        return value is IParenthesizedOperation parenthesized ? WithoutIdentities(parenthesized.Operand) : value;
    }
}
