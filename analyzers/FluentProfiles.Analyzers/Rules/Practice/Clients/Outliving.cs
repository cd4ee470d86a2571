using FluentProfiles.Analyzers.Reading;
using FluentProfiles.Analyzers.Symbols;

namespace FluentProfiles.Analyzers;

/// <summary>Finds the queries and tasks that are returned after their client is disposed.</summary>
internal sealed class Outliving(IObjectCreationOperation creation, ClientUse use, LibraryContext library)
{
    private const int LongestWay = 5;

    public IEnumerable<IOperation> Places() =>
        use is { Local: { } client, Using: not null } ? From(client, LongestWay) : [];

    private IEnumerable<IOperation> From(ILocalSymbol local, int depth)
    {
        if (depth == 0)
            yield break;
        foreach (var reference in use.References(local))
        {
            if (Flow.FunctionOf(reference) != Flow.FunctionOf(creation))
                continue;
            var made = Outermost(reference);
            if (made == reference && local.Equals(use.Local, SymbolEqualityComparer.Default) || !RunsLater(made))
                continue;
            foreach (var place in LeavingAt(made, depth))
                yield return place;
        }
    }

    private IEnumerable<IOperation> LeavingAt(IOperation made, int depth) =>
        Receiving(made) switch
        {
            IReturnOperation { Kind: OperationKind.Return } => [made],
            IVariableDeclaratorOperation { Symbol: var next }
                when IsSequence(made.Type) || use.References(next).Count() == 1 => From(next, depth - 1),
            ISimpleAssignmentOperation { Target: ILocalReferenceOperation target }
                when IsSequence(made.Type) && IsReadLater(target.Local) => [made],
            _ => [],
        };

    /// <summary>What takes a value, through choices between several.</summary>
    private static IOperation? Receiving(IOperation value)
    {
        var outer = value.Parent;
        while (
            outer
                is IConversionOperation
                    or IParenthesizedOperation
                    or ICoalesceOperation
                    or IVariableInitializerOperation
            || outer is IConditionalOperation choice && !Flow.IsWithin(value, choice.Condition)
        )
            outer = outer!.Parent;
        return outer;
    }

    /// <summary>The end of the chain of calls that starts at an operation.</summary>
    private IOperation Outermost(IOperation operation)
    {
        while (true)
        {
            var next = operation.Parent switch
            {
                IInvocationOperation call when call.Instance == operation && IsPassing(call) => call,
                IArgumentOperation { Parent: IInvocationOperation call } argument
                    when call.TargetMethod.IsExtensionMethod && argument.Parameter?.Ordinal == 0 && IsPassing(call) =>
                    call,
                IPropertyReferenceOperation { Property: var property } member when library.IsOfLibrary(property) =>
                    member,
                IConversionOperation { OperatorMethod: null } conversion => conversion,
                IParenthesizedOperation or ITranslatedQueryOperation => operation.Parent,
                _ => null,
            };
            if (next is null)
                return operation;
            operation = next;
        }
    }

    private bool IsPassing(IInvocationOperation call) =>
        library.IsOfLibrary(call.TargetMethod)
        || QueryStep.IsForeign(call.TargetMethod.ContainingType)
        || call.TargetMethod.Name is "AsTask" or "ConfigureAwait" or "WithCancellation";

    // A request that is under way on the application's own connections may well end.
    private bool RunsLater(IOperation made) =>
        IsSequence(made.Type) || IsTask(made.Type) && !ClientUse.HasConnections(creation);

    private bool IsSequence(ITypeSymbol? type) =>
        library.IsQuery(type)
        || type?.Name is "IAsyncEnumerable" or "IOrderedAsyncEnumerable" or "ConfiguredCancelableAsyncEnumerable";

    private static bool IsTask(ITypeSymbol? type) =>
        type?.Name is "Task" or "ValueTask" && type.ContainingNamespace.Name == "Tasks";

    private bool IsReadLater(ILocalSymbol local)
    {
        var end = (use.Using is IUsingOperation ? use.Using : Flow.BlockOf(use.Using!))?.Syntax.Span.End;
        return end is not null
            && use.References(local)
                .Any(read => read.Syntax.SpanStart >= end && read.Parent is not ISimpleAssignmentOperation);
    }
}
