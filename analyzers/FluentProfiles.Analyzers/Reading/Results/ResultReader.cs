using FluentProfiles.Analyzers.Symbols;

namespace FluentProfiles.Analyzers.Reading;

/// <summary>Finds what gave a profile, where a body reads one: a loop's variable, the result of a call, an item of it, or what
/// LINQ or a pattern gives of one.</summary>
internal sealed class ResultReader(
    LibraryContext library,
    Values values,
    Locals locals,
    IReadOnlyDictionary<IOperation, QueryChain> chains,
    IReadOnlyList<SingleCall> calls
)
{
    private const int DeepestLookUp = 20;

    /// <summary>Notes a read of a field on the query or the call that gave the profile; false where that can't be told.</summary>
    public bool Link(FieldRead read)
    {
        IOperation operation = read.Operation;
        for (var depth = 0; depth < DeepestLookUp; depth++)
        {
            operation = ResultParts.StartOf(operation);
            if (operation is ILocalReferenceOperation { Local: var list } && locals.UsesOf(list).Any(Items.AreAddedBy))
                return false;
            var behind = values.Behind(operation);
            if (behind != operation)
                operation = behind;
            else if (ResultParts.TaskOf(operation) is { } task)
                return LinkToTask(read, task);
            else if (Items.SourceOf(operation) is { } source)
                operation = source;
            else if (operation is ILocalReferenceOperation local && LoopOf(local) is { } loop)
            {
                if (loop.IsAsynchronous)
                    return Link(read, OfSequence(loop.Collection));
                operation = loop.Collection;
            }
            else
                return false;
        }
        return false;
    }

    private bool LinkToTask(FieldRead read, IOperation task)
    {
        task = values.Behind(task);
        if (task is IInvocationOperation { TargetMethod.Name: "ConfigureAwait" or "AsTask", Instance: { } inner })
            return LinkToTask(read, inner);
        // Without the shape of a call, what it gives is like any other profile.
        if (calls.FirstOrDefault(call => call.Call == task) is { Revision: not null } single)
        {
            single.ResultFields.Add(read);
            return true;
        }
        return chains.TryGetValue(task, out var chain)
            && chain.Terminal is { } terminal
            && terminal.Argument("defaultValue") is null
            && Link(read, chain);
    }

    private bool Link(FieldRead read, QueryChain? chain)
    {
        if (chain is null || !GivesProfiles(chain))
            return false;
        chain.ResultFields.Add(read);
        return true;
    }

    private QueryChain? OfSequence(IOperation sequence)
    {
        for (var depth = 0; depth < DeepestLookUp; depth++)
        {
            sequence = Values.Unwrapped(sequence);
            if (chains.TryGetValue(sequence, out var chain))
                return chain;
            var next = ResultParts.Enumerated(sequence) ?? values.Behind(sequence);
            if (next == sequence)
                return null;
            sequence = next;
        }
        return null;
    }

    // A selector may give another profile than the one that was read.
    private bool GivesProfiles(QueryChain chain) =>
        chain.Steps.All(step =>
            step.Name == "Select"
                ? step.Lambdas.Count > 0 && step.Lambdas.All(NamesParts)
                : step.Lambdas.All(lambda => !MakesProfile(lambda))
        );

    private bool NamesParts(QueryLambda lambda) =>
        lambda.Body is { } body && lambda.PartOf(body) is { IsUnknown: false } && !MakesProfile(lambda);

    private bool MakesProfile(QueryLambda lambda) =>
        lambda.Body is { Type: { } type } body
        && SymbolEqualityComparer.Default.Equals(type.ContainingAssembly, library.Query.ContainingAssembly)
        && lambda.PartOf(body) is not { Path: not null };

    private static IForEachLoopOperation? LoopOf(ILocalReferenceOperation use)
    {
        for (var outer = use.Parent; outer is not null; outer = outer.Parent)
        {
            if (outer is IForEachLoopOperation loop && loop.Locals.Contains(use.Local, SymbolEqualityComparer.Default))
                return loop;
        }
        return null;
    }
}
