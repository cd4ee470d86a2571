using FluentProfiles.Analyzers.Reading;

namespace FluentProfiles.Analyzers;

/// <summary>Finds what a text is compared with, letter by letter.</summary>
internal static class ComparedTexts
{
    public static IEnumerable<IOperation> With(IOperation text, Values values) =>
        text.Parent switch
        {
            IBinaryOperation { OperatorKind: BinaryOperatorKind.Equals or BinaryOperatorKind.NotEquals } binary =>
            [
                binary.LeftOperand == text ? binary.RightOperand : binary.LeftOperand,
            ],
            IInvocationOperation { TargetMethod.Name: "Equals", Instance: { } instance, Arguments: [var other] }
                when instance == text => [other.Value],
            IArgumentOperation { Parent: IInvocationOperation call } => InCall(call, text, values),
            ISwitchOperation choice when choice.Value == text => choice
                .Cases.SelectMany(section => section.Clauses)
                .SelectMany(InClause),
            ISwitchExpressionOperation choice when choice.Value == text => choice.Arms.SelectMany(arm =>
                InPattern(arm.Pattern)
            ),
            IIsPatternOperation test when test.Value == text => InPattern(test.Pattern),
            _ => [],
        };

    // With a comparer or a kind of comparison, other letters may be equal, too.
    private static IEnumerable<IOperation> InCall(IInvocationOperation call, IOperation text, Values values)
    {
        var operands = call.Arguments.Select(argument => argument.Value);
        return call.TargetMethod switch
        {
            { Name: "Equals", ContainingType.SpecialType: SpecialType.System_String } when IsOfTextsAlone(call) =>
                operands.Append(call.Instance).OfType<IOperation>().Where(operand => operand != text),
            { Name: "Contains" } when ContainsCalls.ItemOf(call) == text => ContainsCalls.ItemsOf(call, values) ?? [],
            _ => [],
        };
    }

    private static bool IsOfTextsAlone(IInvocationOperation call) =>
        call.TargetMethod.Parameters.All(parameter => parameter.Type.SpecialType == SpecialType.System_String);

    private static IEnumerable<IOperation> InClause(ICaseClauseOperation clause) =>
        clause switch
        {
            ISingleValueCaseClauseOperation single => [single.Value],
            IPatternCaseClauseOperation { Pattern: var pattern } => InPattern(pattern),
            _ => [],
        };

    private static IEnumerable<IOperation> InPattern(IPatternOperation pattern) =>
        OperationTree.Of(pattern).OfType<IConstantPatternOperation>().Select(constant => constant.Value);
}
