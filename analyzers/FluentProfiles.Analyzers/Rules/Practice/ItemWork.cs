using FluentProfiles.Analyzers.Reading;

namespace FluentProfiles.Analyzers;

/// <summary>Code that runs once for each item of a collection: the body of a loop, or a lambda.</summary>
/// <param name="body">The body.</param>
/// <param name="items">The collection.</param>
/// <param name="scope">What declares the item and the locals of the body.</param>
/// <param name="function">The lambda; null for a loop.</param>
internal sealed class ItemWork(IOperation body, IOperation? items, SyntaxNode scope, IMethodSymbol? function = null)
{
    public IOperation? Items => items;

    public IEnumerable<IInvocationOperation> Calls => OperationTree.Of(body).OfType<IInvocationOperation>();

    /// <summary>What runs an operation for each item, or null.</summary>
    public static ItemWork? Around(IOperation operation) =>
        Flow.FunctionOf(operation) is IAnonymousFunctionOperation function && InLambda(function) is { } work
            ? work
            : Flow.LoopOf(operation) switch
            {
                IForEachLoopOperation { IsAsynchronous: false } each => new(each.Body, each.Collection, each.Syntax),
                IForLoopOperation counted => new(counted.Body, null, counted.Syntax),
                _ => null,
            };

    /// <summary>Whether an operation uses the item, or a local of its own for each item.</summary>
    public bool UsesItem(IOperation operation) =>
        OperationTree
            .Of(operation)
            .Any(part =>
                part switch
                {
                    ILocalReferenceOperation local => IsDeclaredHere(local.Local),
                    IParameterReferenceOperation { Parameter: var parameter } => IsDeclaredHere(parameter)
                        || SymbolEqualityComparer.Default.Equals(parameter.ContainingSymbol, function),
                    _ => false,
                }
            );

    /// <summary>Whether each item follows from the one before: the body sets what an operation reads.</summary>
    public bool Leads(IOperation operation)
    {
        var read = OperationTree.Of(operation).Select(Flow.VariableOf).OfType<ISymbol>().ToList();
        return OperationTree
            .Of(body)
            .OfType<IAssignmentOperation>()
            .Select(assignment => Flow.VariableOf(assignment.Target))
            .OfType<ISymbol>()
            .Any(set => read.Contains(set, SymbolEqualityComparer.Default) && !Flow.IsDeclaredIn(set, body.Syntax));
    }

    /// <summary>Whether an operation runs for every item, at once and to the end: not where a cache, another attempt or a
    /// search that stops early may come between.</summary>
    public bool AlwaysRuns(IOperation operation)
    {
        if (IsConditional(operation, body))
            return false;
        return !OperationTree.Of(body).Any(part => Diverts(part, operation));
    }

    /// <summary>Whether an operation may be left out when a body around it runs.</summary>
    public static bool IsConditional(IOperation operation, IOperation body)
    {
        for (var inner = operation; inner != body && inner.Parent is { } outer; inner = outer)
        {
            if (IsOptional(inner, outer))
                return true;
        }
        return false;
    }

    private static bool IsOptional(IOperation inner, IOperation outer) =>
        outer switch
        {
            IConditionalOperation choice => choice.Condition != inner,
            ICoalesceOperation choice => choice.Value != inner,
            IBinaryOperation
            {
                OperatorKind: BinaryOperatorKind.ConditionalAnd or BinaryOperatorKind.ConditionalOr
            } both => both.RightOperand == inner,
            ISwitchOperation choice => choice.Value != inner,
            ISwitchExpressionOperation choice => choice.Value != inner,
            IForEachLoopOperation loop => loop.Collection != inner,
            ICoalesceAssignmentOperation or ICatchClauseOperation or ILoopOperation => true,
            _ => false,
        };

    private bool Diverts(IOperation part, IOperation operation) =>
        Flow.IsWait(part)
        || part switch
        {
            IBranchOperation => true,
            IReturnOperation { Kind: OperationKind.Return } => body
                is not IBlockOperation { Parent: IAnonymousFunctionOperation }
                ? Flow.FunctionOf(part) == Flow.FunctionOf(operation)
                : part.Syntax.Span.End <= operation.Syntax.SpanStart,
            _ => false,
        };

    private static ItemWork? InLambda(IAnonymousFunctionOperation function)
    {
        var given = function.Parent;
        while (given is IConversionOperation or IDelegateCreationOperation)
            given = given.Parent;
        if (given is not IArgumentOperation { Parent: IInvocationOperation call })
            return null;
        var isForEach =
            call.TargetMethod
                is { Name: "Select", ContainingType: { Name: "Enumerable", ContainingNamespace.Name: "Linq" } }
            || call.TargetMethod is { Name: "ForEachAsync", ContainingType: { Name: "Parallel" } };
        var items = call.Arguments.FirstOrDefault(argument =>
            argument.Parameter is { Ordinal: 0, Type.Name: "IEnumerable" }
        );
        return isForEach && items is not null
            ? new(function.Body, items.Value, function.Syntax, function.Symbol)
            : null;
    }

    private bool IsDeclaredHere(ISymbol symbol) => Flow.IsDeclaredIn(symbol, scope);
}
