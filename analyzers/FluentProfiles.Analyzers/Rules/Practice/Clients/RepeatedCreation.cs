using FluentProfiles.Analyzers.Reading;

namespace FluentProfiles.Analyzers;

/// <summary>Tells whether a client is created again and again though one would do.</summary>
internal static class RepeatedCreation
{
    private const string Request = "request";

    /// <summary>What each client is created for, or null.</summary>
    public static string? ReasonFor(IObjectCreationOperation creation, MethodReading reading, ISymbol owner)
    {
        if (ClientUse.HasConnections(creation) || ScopeOf(creation, owner) is not var (scope, reason))
            return null;
        var isHandler = reason == Request && Flow.FunctionOf(creation) is null;
        var settings = new ClientSettings(reading, scope, owner, isHandler);
        return settings.MayVary(creation) ? null : reason;
    }

    private static (SyntaxNode Scope, string Reason)? ScopeOf(IObjectCreationOperation creation, ISymbol owner)
    {
        if (Flow.LoopOf(creation) is { } loop)
            return IsForEachItem(creation, loop) ? (loop.Syntax, "iteration") : null;
        var function = Flow.FunctionOf(creation);
        if (function is not null && ItemWork.Around(creation) is not null)
            return (function.Syntax, "item");
        return RequestHandlers.IsOne(function, owner)
            ? ((function ?? OperationTree.RootOf(creation)).Syntax, Request)
            : null;
    }

    // A loop that waits polls, and one that catches tries again: both may want a fresh client.
    private static bool IsForEachItem(IOperation creation, ILoopOperation loop) =>
        !ItemWork.IsConditional(creation, loop.Body)
        && (
            loop is IForEachLoopOperation
            || !Flow.RunsAgainOnlyOnFailure(creation, loop)
                && !OperationTree.Of(loop.Body).Any(part => part is IBranchOperation || Flow.IsWait(part))
        );
}
