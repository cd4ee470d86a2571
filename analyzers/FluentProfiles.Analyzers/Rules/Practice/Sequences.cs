using FluentProfiles.Analyzers.Reading;
using FluentProfiles.Analyzers.Symbols;

namespace FluentProfiles.Analyzers;

/// <summary>Follows an asynchronous sequence back to the query that it comes from.</summary>
internal sealed class Sequences(Values values, LibraryContext library)
{
    private const int LongestChain = 100;

    /// <summary>The query behind a sequence that no token is passed to, or null.</summary>
    public IOperation? QueryWithoutToken(IOperation sequence)
    {
        for (var depth = 0; depth < LongestChain; depth++)
        {
            sequence = values.Behind(sequence);
            if (library.IsQuery(sequence.Type))
                return sequence;
            if (sequence is not IInvocationOperation call || !PassesItems(call) || TakesToken(call.TargetMethod))
                return null;
            if (QueryStep.ReceiverOf(call) is not { } receiver)
                return null;
            sequence = receiver;
        }
        return null;
    }

    /// <summary>Whether a query reads objects in memory.</summary>
    public bool IsInMemory(IOperation query)
    {
        for (var depth = 0; depth < LongestChain; depth++)
        {
            var root = values.Behind(FieldRead.RootOf(query));
            if (root == query)
                break;
            query = root;
        }
        return query is IInvocationOperation { TargetMethod: { Name: "FromItems" } made } && library.IsOfLibrary(made);
    }

    private bool PassesItems(IInvocationOperation call) =>
        call.TargetMethod.Name == "ConfigureAwait"
        || QueryStep.IsStep(call, library)
        || QueryStep.IsForeign(call.TargetMethod.ContainingType);

    // The SDK's CA2016 reports a call that leaves out its token.
    private static bool TakesToken(IMethodSymbol method) =>
        method.Name == "WithCancellation" || method.Parameters.Any(parameter => Tokens.IsToken(parameter.Type));
}
