using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Text;

namespace FluentProfiles.Analyzers.Reading;

/// <summary>Where in the source a diagnostic points.</summary>
internal static class Places
{
    /// <summary>The name of a member, without what it is a member of.</summary>
    public static Location OfMember(SyntaxNode syntax) =>
        syntax switch
        {
            MemberAccessExpressionSyntax member => member.Name.GetLocation(),
            MemberBindingExpressionSyntax member => member.Name.GetLocation(),
            _ => syntax.GetLocation(),
        };

    /// <summary>A call without its receiver, so that the line is the call's own in a chain of many lines.</summary>
    public static Location OfCall(SyntaxNode syntax) =>
        syntax is InvocationExpressionSyntax { Expression: MemberAccessExpressionSyntax member } call
            ? Location.Create(call.SyntaxTree, TextSpan.FromBounds(member.Name.SpanStart, call.Span.End))
            : syntax.GetLocation();

    public static Location OfName(SyntaxNode syntax) =>
        syntax is InvocationExpressionSyntax { Expression: var expression }
            ? OfMember(expression)
            : syntax.GetLocation();
}
