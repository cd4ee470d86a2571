namespace FluentProfiles.Analyzers.Reading;

/// <summary>A lambda that a query is given.</summary>
internal sealed class QueryLambda
{
    private QueryLambda(IAnonymousFunctionOperation function, List<FieldRead> fields)
    {
        Function = function;
        Body = function.Body.Operations is [IReturnOperation { ReturnedValue: { } value }, ..] ? value : null;
        Conditions = Body is null ? [] : [.. ConditionsOf(Body)];
        Fields = fields.FindAll(IsReadHere);
    }

    public IAnonymousFunctionOperation Function { get; }

    public IParameterSymbol? Parameter => Function.Symbol.Parameters.FirstOrDefault();

    /// <summary>What the lambda gives, or null for a body of statements.</summary>
    public IOperation? Body { get; }

    /// <summary>The conditions that must all hold, where the lambda is a predicate.</summary>
    public IReadOnlyList<IOperation> Conditions { get; }

    public IReadOnlyList<FieldRead> Fields { get; }

    /// <summary>What the lambda is given, seen through the Selects before it; null where the planner does not see through
    /// them.</summary>
    public Selected? Item { get; set; } = Selected.Profile;

    /// <param name="argument">What a query is given.</param>
    /// <param name="fields">The reads of fields in the body that the lambda stands in.</param>
    public static QueryLambda? Of(IOperation argument, List<FieldRead> fields) =>
        FunctionOf(argument) is { } function ? new(function, fields) : null;

    public static IEnumerable<IOperation> ConditionsOf(IOperation predicate)
    {
        predicate = Values.Unwrapped(predicate);
        return predicate is IBinaryOperation { OperatorKind: BinaryOperatorKind.ConditionalAnd } both
            ? ConditionsOf(both.LeftOperand).Concat(ConditionsOf(both.RightOperand))
            : [predicate];
    }

    /// <summary>True for an operation that uses nothing that the lambda is given, so that it has one value for a whole
    /// run.</summary>
    public bool IsClosed(IOperation operation) => !OperationTree.Of(operation).Any(IsParameter);

    /// <summary>The part of the profile that an operation is; null for anything else.</summary>
    public Selected? PartOf(IOperation operation) => Item is null ? null : SelectedParts.Of(operation, this);

    /// <summary>The member of the profile that an operation is, itself and not something behind it.</summary>
    public IPropertySymbol? MemberOf(IOperation operation) =>
        PartOf(Values.Unwrapped(operation)) is { Path: [IPropertySymbol member] } ? member : null;

    public bool IsParameter(IOperation operation) =>
        operation is IParameterReferenceOperation reference
        && SymbolEqualityComparer.Default.Equals(reference.Parameter, Parameter);

    private static IAnonymousFunctionOperation? FunctionOf(IOperation argument) =>
        Values.Unwrapped(argument) switch
        {
            IAnonymousFunctionOperation function => function,
            IDelegateCreationOperation creation => creation.Target as IAnonymousFunctionOperation,
            _ => null,
        };

    private bool IsReadHere(FieldRead read) =>
        Function.Syntax.Span.Contains(read.Operation.Syntax.Span) && IsOfItem(read.Operation);

    /// <summary>True for a part of what the lambda is given, in a lambda over such a part, too.</summary>
    private bool IsOfItem(IOperation operation)
    {
        IOperation? part = operation;
        while (part is not null)
        {
            part = FieldRead.RootOf(part);
            if (
                part is IParameterReferenceOperation { Parameter.ContainingSymbol: var owner }
                && SymbolEqualityComparer.Default.Equals(owner, Function.Symbol)
            )
                return true;
            part = Items.SourceOf(part);
        }
        return false;
    }
}
