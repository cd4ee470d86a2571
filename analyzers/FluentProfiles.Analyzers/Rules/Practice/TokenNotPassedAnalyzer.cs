using FluentProfiles.Analyzers.Reading;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace FluentProfiles.Analyzers;

/// <summary>FP0503: await foreach over a query without the token in scope.</summary>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
public sealed class TokenNotPassedAnalyzer() : QueryAnalyzer(Descriptors.TokenNotPassed)
{
    private protected override void Check(MethodReading reading, Report report)
    {
        var sequences = new Sequences(reading.Values, report.Library);
        foreach (var loop in reading.Loops)
        {
            if (sequences.QueryWithoutToken(loop.Collection) is not { } query || IsCleanUp(loop))
                continue;
            var (names, hasSource) = Tokens.InScope(loop, report.Owner);
            if (names.Count == 0 || sequences.IsInMemory(query))
                continue;
            // Of several only the author knows the right one.
            var fix = names.Count == 1 && !hasSource ? Insertion.Of($"WithCancellation({names[0]})") : null;
            report.At(SequenceOf(loop).GetLocation(), fix, null, names[0]);
        }
    }

    private static SyntaxNode SequenceOf(IForEachLoopOperation loop) =>
        (loop.Syntax as CommonForEachStatementSyntax)?.Expression ?? loop.Collection.Syntax;

    // What runs after a failure or a cancellation has to run to its end.
    private static bool IsCleanUp(IOperation operation)
    {
        for (var inner = operation; inner.Parent is { } outer; inner = outer)
        {
            if (inner is ICatchClauseOperation || outer is ITryOperation attempt && attempt.Finally == inner)
                return true;
        }
        return false;
    }
}
