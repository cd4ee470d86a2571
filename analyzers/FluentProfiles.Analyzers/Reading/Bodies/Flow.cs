namespace FluentProfiles.Analyzers.Reading;

/// <summary>The few questions on the flow of control that are asked of straight-line code.</summary>
internal static class Flow
{
    /// <summary>The innermost lambda or local function around an operation, or null for the method itself.</summary>
    public static IOperation? FunctionOf(IOperation operation)
    {
        for (var outer = operation.Parent; outer is not null; outer = outer.Parent)
        {
            if (outer is IAnonymousFunctionOperation or ILocalFunctionOperation)
                return outer;
        }
        return null;
    }

    /// <summary>Whether whatever reaches the second has run the first: the first is a statement of a block around the
    /// second, and stands before it.</summary>
    public static bool AlwaysPrecedes(IOperation first, IOperation second) =>
        first.Syntax.Span.End <= second.Syntax.SpanStart
        && StatementBlockOf(first) is { } block
        && IsWithin(second, block);

    /// <summary>Whether a loop takes the flow from <paramref name="from"/> back up to <paramref name="to"/> without
    /// passing <paramref name="barrier"/>.</summary>
    public static bool IsLoopedBack(IOperation from, IOperation to, IOperation barrier)
    {
        for (var outer = to.Parent; outer is not null; outer = outer.Parent)
        {
            if (outer is ILoopOperation && IsWithin(from, outer) && !IsWithin(barrier, outer))
                return true;
        }
        return false;
    }

    public static IBlockOperation? BlockOf(IOperation operation)
    {
        var outer = operation.Parent;
        while (outer is not (null or IBlockOperation))
            outer = outer.Parent;
        return (IBlockOperation?)outer;
    }

    /// <summary>Whether an operation runs whenever a block does.</summary>
    public static bool IsUnconditionalIn(IOperation operation, IBlockOperation? block)
    {
        for (IOperation? outer = operation; outer is not null; outer = outer.Parent)
        {
            if (outer == block)
                return true;
            if (
                outer
                is IConditionalOperation
                    or ILoopOperation
                    or ISwitchOperation
                    or ITryOperation
                    or IAnonymousFunctionOperation
            )
                return false;
        }
        return false;
    }

    /// <summary>The innermost loop that runs an operation again and again, in the same function.</summary>
    public static ILoopOperation? LoopOf(IOperation operation)
    {
        var inner = operation;
        for (var outer = operation.Parent; outer is not null; inner = outer, outer = outer.Parent)
        {
            if (outer is IAnonymousFunctionOperation or ILocalFunctionOperation)
                return null;
            if (outer is ILoopOperation loop && !IsOnlyOnce(loop, inner))
                return loop;
        }
        return null;
    }

    /// <summary>Whether an operation leaves the loop around it by itself, or ends in a catch there: it runs again where it
    /// failed, not for the next item.</summary>
    public static bool RunsAgainOnlyOnFailure(IOperation operation, ILoopOperation loop)
    {
        for (IOperation? outer = operation; outer is not null && outer != loop; outer = outer.Parent)
        {
            if (outer is IReturnOperation { Kind: OperationKind.Return })
                return true;
            if (outer is ITryOperation { Catches.IsEmpty: false } && !GoesOverItems(loop, operation))
                return true;
        }
        return false;
    }

    private static bool GoesOverItems(ILoopOperation loop, IOperation operation) =>
        loop is IForEachLoopOperation || UsesVariableOf(loop, operation);

    /// <summary>Whether an operation uses a variable that each round of a loop has anew, or may set.</summary>
    public static bool UsesVariableOf(ILoopOperation loop, IOperation operation)
    {
        var used = OperationTree.Of(operation).Select(VariableOf).OfType<ISymbol>().ToList();
        return used.Exists(variable => IsDeclaredIn(variable, loop))
            || used.Count > 0
                && OperationTree
                    .Of(loop)
                    .Any(part =>
                        part is IAssignmentOperation assignment
                        && VariableOf(assignment.Target) is { } target
                        && used.Contains(target, SymbolEqualityComparer.Default)
                    );
    }

    public static ISymbol? VariableOf(IOperation operation) =>
        operation switch
        {
            ILocalReferenceOperation local => local.Local,
            IParameterReferenceOperation parameter => parameter.Parameter,
            IFieldReferenceOperation field => field.Field,
            IPropertyReferenceOperation { Arguments.IsEmpty: true } property => property.Property,
            _ => null,
        };

    /// <summary>Whether each round of a loop has a variable anew.</summary>
    public static bool IsDeclaredIn(ISymbol variable, ILoopOperation loop) =>
        variable is ILocalSymbol && IsDeclaredIn(variable, loop.Syntax);

    public static bool IsDeclaredIn(ISymbol symbol, SyntaxNode scope) =>
        symbol.DeclaringSyntaxReferences is [var declaration]
        && declaration.SyntaxTree == scope.SyntaxTree
        && scope.Span.Contains(declaration.Span);

    /// <summary>Whether a call waits on purpose, so that the code around it polls.</summary>
    public static bool IsWait(IOperation operation) =>
        operation is IInvocationOperation { TargetMethod.Name: "Delay" or "Sleep" or "WaitForNextTickAsync" };

    public static bool IsWithin(IOperation operation, IOperation outer)
    {
        for (IOperation? up = operation; up is not null; up = up.Parent)
        {
            if (up == outer)
                return true;
        }
        return false;
    }

    // What a foreach goes over, and what a for starts with, is evaluated once.
    private static bool IsOnlyOnce(ILoopOperation loop, IOperation part) =>
        loop switch
        {
            IForEachLoopOperation each => each.Collection == part,
            IForLoopOperation counted => counted.Before.Contains(part),
            _ => false,
        };

    /// <summary>The block that an assignment, a call or a declaration is a statement of, or null.</summary>
    public static IOperation? StatementBlockOf(IOperation operation)
    {
        var statement = operation;
        while (statement is IVariableDeclaratorOperation or IVariableDeclarationOperation)
            statement = statement.Parent;
        if (statement is ISimpleAssignmentOperation { Parent: IExpressionStatementOperation } assigned)
            statement = assigned.Parent;
        if (statement is IInvocationOperation { Parent: IExpressionStatementOperation } called)
            statement = called.Parent;
        return statement?.Parent is IUsingDeclarationOperation { Parent: var block }
            ? block
            : statement?.Parent as IBlockOperation;
    }
}
