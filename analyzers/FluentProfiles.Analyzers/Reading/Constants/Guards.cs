namespace FluentProfiles.Analyzers.Reading;

/// <summary>Tells whether code runs only for some values of a variable: <c>if (Limit > 0) query.Take(Limit)</c> never runs
/// with a limit of 0, though 0 is what the constant holds.</summary>
internal sealed class Guards(Locals locals)
{
    private const int DeepestLookUp = 5;

    /// <summary>Whether a condition that the use depends on asks for a variable that the use reads.</summary>
    public bool Ask(IOperation use) =>
        use is not ILiteralOperation
        && OperationTree.Of(use).Select(Flow.VariableOf).OfType<ISymbol>().Any(variable => IsAsked(variable, use));

    /// <summary>What decides whether a part of an operation runs; null where nothing does.</summary>
    public static IOperation? ConditionOf(IOperation part, IOperation outer) =>
        outer switch
        {
            IConditionalOperation choice when part != choice.Condition => choice.Condition,
            ISwitchOperation choice when part != choice.Value => choice.Value,
            ISwitchExpressionOperation choice when part != choice.Value => choice.Value,
            ISwitchExpressionArmOperation arm when part == arm.Value => arm.Guard,
            IWhileLoopOperation loop when part == loop.Body => loop.Condition,
            ICoalesceOperation choice when part == choice.WhenNull => choice.Value,
            IBinaryOperation
            {
                OperatorKind: BinaryOperatorKind.ConditionalAnd or BinaryOperatorKind.ConditionalOr
            } choice when part == choice.RightOperand => choice.LeftOperand,
            _ => null,
        };

    private bool IsAsked(ISymbol variable, IOperation use)
    {
        for (var part = use; part.Parent is { } outer; part = outer)
        {
            if (ConditionOf(part, outer) is { } condition && Names(condition, variable, DeepestLookUp))
                return true;
            if (outer is IBlockOperation block && block.Operations.TakeWhile(earlier => earlier != part).Any(MayLeave))
                return true;
        }
        return false;

        bool MayLeave(IOperation earlier) =>
            earlier is IConditionalOperation choice
            && Names(choice.Condition, variable, DeepestLookUp)
            && OperationTree.Of(choice).Any(exit => exit is IReturnOperation or IBranchOperation or IThrowOperation);
    }

    private bool Names(IOperation condition, ISymbol variable, int depth) =>
        OperationTree
            .Of(condition)
            .Any(part =>
                SymbolEqualityComparer.Default.Equals(Flow.VariableOf(part) ?? MatchedBy(part), variable)
                || depth > 0
                    && part is ILocalReferenceOperation local
                    && locals.OnlyValue(local.Local) is { } value
                    && Names(value, variable, depth - 1)
            );

    /// <summary>The variable that a pattern gives to what it demands something of.</summary>
    private static ISymbol? MatchedBy(IOperation part) =>
        part switch
        {
            IRecursivePatternOperation { PropertySubpatterns.IsEmpty: false } pattern => pattern.DeclaredSymbol,
            IDeclarationPatternOperation { Parent: IBinaryPatternOperation } pattern => pattern.DeclaredSymbol,
            _ => null,
        };
}
