using System.Collections.Immutable;
using FluentProfiles.Analyzers.Reading;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace FluentProfiles.Analyzers;

/// <summary>Where a fixer inserts a call into a chain: after the additional location that is handed to it.</summary>
internal static class Insertion
{
    public static ImmutableDictionary<string, string?> Of(string call) => FixKeys.Of(FixKeys.Text, "." + call);

    /// <summary>The place before a step, or none where the step is not written as a call.</summary>
    public static IEnumerable<Location> Before(QueryStep step) =>
        step.Call.Syntax
            is InvocationExpressionSyntax { Expression: MemberAccessExpressionSyntax { Expression: var receiver } }
            ? [receiver.GetLocation()]
            : [];

    /// <summary>The place before a step, or the one behind the source for a query in query syntax.</summary>
    public static IEnumerable<Location> BeforeOrAtSource(QueryStep step, QueryChain chain)
    {
        if (Before(step).FirstOrDefault() is { } place)
            return [place];
        var source = QueryStep.ReceiverOf(chain.Steps[0].Call);
        return source is not null && Values.Unwrapped(source).Syntax is InvocationExpressionSyntax call
            ? [call.GetLocation()]
            : [];
    }
}
