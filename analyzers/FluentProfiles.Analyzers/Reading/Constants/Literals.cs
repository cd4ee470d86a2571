using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace FluentProfiles.Analyzers.Reading;

/// <summary>Reads a literal without a semantic model: a readonly field of another file has none at hand.</summary>
internal static class Literals
{
    public static bool TryRead(ExpressionSyntax? syntax, out object? value)
    {
        value = null;
        var negative = syntax is PrefixUnaryExpressionSyntax { RawKind: (int)SyntaxKind.UnaryMinusExpression };
        if (negative)
            syntax = ((PrefixUnaryExpressionSyntax)syntax!).Operand;
        if (syntax is not LiteralExpressionSyntax literal)
            return false;
        value = negative && literal.Token.Value is int number ? -number : literal.Token.Value;
        return !negative || value is int;
    }
}
