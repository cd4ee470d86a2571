using FluentProfiles.Analyzers;
using Microsoft.CodeAnalysis.CSharp;

namespace FluentProfiles.CodeFixes;

/// <summary>FP0304: reads the secret from the environment.</summary>
[ExportCodeFixProvider(LanguageNames.CSharp)]
public sealed class SecretInSourceFixer() : TextFixer([Descriptors.SecretInSource.Id], "Read it from the environment")
{
    private static readonly string[] Names = ["Environment", "System.Environment", "global::System.Environment"];

    private protected override IEnumerable<TextChange> ChangesFor(FixTarget target)
    {
        foreach (var diagnostic in target.Diagnostics)
        {
            if (
                diagnostic.Properties.TryGetValue(FixKeys.Text, out var variable)
                && target.At<ExpressionSyntax>(diagnostic.Location.SourceSpan) is { } secret
                && ReadOf(variable!, secret.SpanStart, target.Model) is { } read
            )
                yield return new(WithoutRepetition(secret, read).Span, read);
        }
    }

    // The project may have a type or a property with that name.
    private static string? ReadOf(string variable, int position, SemanticModel model) =>
        Names
            .Select(name => $"{name}.GetEnvironmentVariable(\"{variable}\")")
            .FirstOrDefault(call => IsOfSystem(SyntaxFactory.ParseExpression(call), position, model));

    private static bool IsOfSystem(ExpressionSyntax call, int position, SemanticModel model) =>
        model.GetSpeculativeSymbolInfo(position, call, SpeculativeBindingOption.BindAsExpression).Symbol?.ContainingType
            is {
                Name: "Environment",
                ContainingNamespace: { Name: "System", ContainingNamespace.IsGlobalNamespace: true }
            };

    /// <summary>The secret with what would read the same variable twice: a fallback, or the other side of a choice.</summary>
    private static ExpressionSyntax WithoutRepetition(ExpressionSyntax secret, string read) =>
        secret.Parent switch
        {
            BinaryExpressionSyntax { RawKind: (int)SyntaxKind.CoalesceExpression } fallback
                when fallback.Right == secret && IsRead(fallback.Left, read) => fallback,
            ConditionalExpressionSyntax choice when IsSecret(choice.WhenTrue) && IsSecret(choice.WhenFalse) => choice,
            _ => secret,
        };

    private static bool IsRead(ExpressionSyntax left, string read) =>
        left.ToString()
            .EndsWith(read.Substring(read.IndexOf("Environment", StringComparison.Ordinal)), StringComparison.Ordinal);

    private static bool IsSecret(ExpressionSyntax side) =>
        side is LiteralExpressionSyntax literal
        && literal.Token.ValueText.StartsWith("sk-ant-", StringComparison.Ordinal);
}
