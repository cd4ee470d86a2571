namespace FluentProfiles.Analyzers.Reading;

/// <summary>Tells whether the source throws a result away.</summary>
internal static class Discarded
{
    /// <summary>True for a call that is a statement of its own, awaited or waited for, or the body of a member that gives
    /// nothing.</summary>
    public static bool Is(IOperation call)
    {
        var outer = call.Parent;
        while (
            outer
                is IAwaitOperation
                    or IConditionalAccessOperation
                    or IInvocationOperation
                    {
                        TargetMethod.Name: "ConfigureAwait" or "WaitAsync" or "Wait" or "GetAwaiter" or "GetResult"
                    }
        )
            outer = outer.Parent;
        return IsStatement(outer);
    }

    /// <summary>True for a call that is a statement of its own as it is, or the body of a member that gives nothing.</summary>
    public static bool IsUnused(IOperation call)
    {
        var outer = call.Parent;
        while (outer is IConditionalAccessOperation)
            outer = outer.Parent;
        return IsStatement(outer);
    }

    private static bool IsStatement(IOperation? outer) =>
        outer is IExpressionStatementOperation statement && (!statement.IsImplicit || !IsOfLambda(statement));

    // A lambda that gives nothing may well be one that is expected to throw.
    private static bool IsOfLambda(IOperation statement) => Flow.FunctionOf(statement) is IAnonymousFunctionOperation;
}
