using FluentProfiles.Analyzers.Reading;

namespace FluentProfiles.Analyzers;

/// <summary>Tells whether a number of items is only asked for being zero.</summary>
internal sealed class AnyQuestions(Values values, Locals locals)
{
    /// <summary>The expression that asks, and whether it asks for any (true) or for none (false); null where it asks for a
    /// number.</summary>
    public (IOperation Whole, bool Any)? Of(IOperation count)
    {
        var outer = Outermost(count);
        return outer.Parent switch
        {
            IBinaryOperation comparison when AsksForAny(comparison, outer) is { } any => (comparison, any),
            IIsPatternOperation match when AsksForAny(match.Pattern) is { } any => (match, any),
            _ => null,
        };
    }

    /// <summary>True for a number whose uses, through a local or in a switch, all ask for any or none.</summary>
    public bool AsksOnlyForAny(IOperation count) =>
        Outermost(count).Parent switch
        {
            ISwitchExpressionOperation choice => IsAnyOrNone(
                choice.Arms.Select(arm => arm.Guard is null ? arm.Pattern : null)
            ),
            ISwitchOperation choice => IsAnyOrNone(choice),
            IVariableInitializerOperation { Parent: IVariableDeclaratorOperation { Symbol: var local } } =>
                locals.OnlyValue(local) is not null
                    && locals.UsesOf(local).ToList() is { Count: > 0 } uses
                    && uses.TrueForAll(use => Of(use) is not null || !IsDeclared(use) && AsksOnlyForAny(use)),
            _ => false,
        };

    public static IOperation Outermost(IOperation operation)
    {
        while (operation.Parent is IConversionOperation or IParenthesizedOperation)
            operation = operation.Parent;
        return operation;
    }

    private static bool IsDeclared(IOperation use) => Outermost(use).Parent is IVariableInitializerOperation;

    private bool? AsksForAny(IBinaryOperation comparison, IOperation count)
    {
        var countIsLeft = comparison.LeftOperand == count;
        return AsksForAny(
            countIsLeft ? comparison.OperatorKind : Mirrored(comparison.OperatorKind),
            countIsLeft ? comparison.RightOperand : comparison.LeftOperand
        );
    }

    private bool? AsksForAny(IPatternOperation pattern) =>
        pattern switch
        {
            IConstantPatternOperation constant => AsksForAny(BinaryOperatorKind.Equals, constant.Value),
            IRelationalPatternOperation relation => AsksForAny(relation.OperatorKind, relation.Value),
            INegatedPatternOperation negated => !AsksForAny(negated.Pattern),
            _ => null,
        };

    private bool? AsksForAny(BinaryOperatorKind kind, IOperation value)
    {
        if (!values.TryConstant(value, out var other) || other is not (0 or 1 or 0L or 1L))
            return null;
        return (kind, other is 1 or 1L) switch
        {
            (BinaryOperatorKind.GreaterThan or BinaryOperatorKind.NotEquals, false) => true,
            (BinaryOperatorKind.GreaterThanOrEqual, true) => true,
            (BinaryOperatorKind.Equals or BinaryOperatorKind.LessThanOrEqual, false) => false,
            (BinaryOperatorKind.LessThan, true) => false,
            _ => null,
        };
    }

    private bool IsAnyOrNone(ISwitchOperation choice) =>
        choice.Cases.All(part =>
            part.Clauses.All(clause => clause is not IPatternCaseClauseOperation { Guard: not null })
        )
        && choice.Cases.SelectMany(part => part.Clauses).Any(clause => clause is not IDefaultCaseClauseOperation)
        && choice
            .Cases.SelectMany(part => part.Clauses)
            .All(clause =>
                clause switch
                {
                    IDefaultCaseClauseOperation => true,
                    ISingleValueCaseClauseOperation single => AsksForAny(BinaryOperatorKind.Equals, single.Value)
                        is not null,
                    IPatternCaseClauseOperation { Pattern: IDiscardPatternOperation } => true,
                    IPatternCaseClauseOperation { Pattern: var pattern } => AsksForAny(pattern) is not null,
                    _ => false,
                }
            );

    private bool IsAnyOrNone(IEnumerable<IPatternOperation?> patterns)
    {
        var asked = patterns.ToList();
        return asked.Exists(pattern => pattern is not (null or IDiscardPatternOperation))
            && asked.TrueForAll(pattern =>
                pattern is IDiscardPatternOperation || pattern is not null && AsksForAny(pattern) is not null
            );
    }

    private static BinaryOperatorKind Mirrored(BinaryOperatorKind kind) =>
        kind switch
        {
            BinaryOperatorKind.GreaterThan => BinaryOperatorKind.LessThan,
            BinaryOperatorKind.LessThan => BinaryOperatorKind.GreaterThan,
            BinaryOperatorKind.GreaterThanOrEqual => BinaryOperatorKind.LessThanOrEqual,
            BinaryOperatorKind.LessThanOrEqual => BinaryOperatorKind.GreaterThanOrEqual,
            _ => kind,
        };
}
