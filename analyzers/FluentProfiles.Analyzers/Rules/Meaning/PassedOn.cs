using FluentProfiles.Analyzers.Reading;

namespace FluentProfiles.Analyzers;

/// <summary>Tells whether other code may go on from a query, and make another one of it. As a plain sequence it can only be
/// enumerated.</summary>
internal static class PassedOn
{
    /// <summary>True for a query that leaves the code in sight as a query, or is kept in a local whose value a later step can't
    /// tell.</summary>
    public static bool MayGoOn(QueryChain chain, Locals locals)
    {
        if (chain.Last is not { Kind: StepKind.Operator or StepKind.Setting })
            return false;
        var parent = chain.Root.Parent;
        while (
            parent
                is IConversionOperation { Conversion.IsIdentity: true }
                    or IParenthesizedOperation
                    or ITranslatedQueryOperation
        )
            parent = parent.Parent;
        return parent switch
        {
            IReturnOperation or IArgumentOperation => true,
            IConditionalOperation or ICoalesceOperation or ISwitchExpressionArmOperation => true,
            ISimpleAssignmentOperation { Target: ILocalReferenceOperation { Local: var local } } =>
                locals.HasUseOfUnknown(local),
            ISimpleAssignmentOperation
            {
                Target: IFieldReferenceOperation
                    or IPropertyReferenceOperation { Property.ContainingType.IsAnonymousType: false }
            } => true,
            IVariableInitializerOperation { Parent: IVariableDeclaratorOperation { Symbol: var local } } =>
                locals.HasUseOfUnknown(local),
            _ => false,
        };
    }
}
