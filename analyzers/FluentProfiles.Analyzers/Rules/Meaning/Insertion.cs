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
        step.Call.Syntax switch
        {
            InvocationExpressionSyntax { Expression: MemberBindingExpressionSyntax binding } => AfterQuestionMark(
                binding
            ),
            InvocationExpressionSyntax call when QueryStep.ReceiverOf(step.Call) is { } receiver =>
            [
                WrittenReceiver(call, receiver.Syntax).GetLocation(),
            ],
            _ => [],
        };

    private static IEnumerable<Location> AfterQuestionMark(MemberBindingExpressionSyntax binding) =>
        binding
            .Ancestors()
            .OfType<ConditionalAccessExpressionSyntax>()
            .Where(access => access.WhenNotNull.SpanStart == binding.SpanStart)
            .Take(1)
            .Select(access => access.OperatorToken.GetLocation());

    // An extension method may be called as a static one; parentheses are no operation.
    private static ExpressionSyntax WrittenReceiver(InvocationExpressionSyntax call, SyntaxNode receiver) =>
        receiver.FirstAncestorOrSelf<ArgumentSyntax>() is { } argument && argument.Parent?.Parent == call
            ? argument.Expression
            : ((MemberAccessExpressionSyntax)call.Expression).Expression;

    /// <summary>The place before a step, or the one behind the source for a query in query syntax.</summary>
    public static IEnumerable<Location> BeforeOrAtSource(QueryStep step, QueryChain chain)
    {
        if (Before(step).FirstOrDefault() is { } place)
            return [place];
        return AtSource(QueryStep.ReceiverOf(chain.Steps[0].Call));
    }

    /// <summary>The place behind the call that a query starts from.</summary>
    public static IEnumerable<Location> AtSource(IOperation? source) =>
        source is not null && Values.Unwrapped(source).Syntax is InvocationExpressionSyntax or SimpleNameSyntax
            ? [Values.Unwrapped(source).Syntax.GetLocation()]
            : [];
}
