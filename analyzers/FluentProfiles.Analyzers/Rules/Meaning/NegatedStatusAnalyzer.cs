using FluentProfiles.Analyzers.Reading;
using FluentProfiles.Analyzers.Symbols;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace FluentProfiles.Analyzers;

/// <summary>FP0208: != on the enforcement status, which is read on the client.</summary>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
public sealed class NegatedStatusAnalyzer() : QueryAnalyzer(Descriptors.NegatedStatus)
{
    /// <summary>Whether a condition is a != on the field that the service filters by.</summary>
    internal static bool IsNegated(IOperation condition, QueryLambda lambda, LibraryContext library) =>
        Parts(condition, lambda, library) is not null;

    private protected override void Check(MethodReading reading, Report report)
    {
        foreach (var chain in reading.FinalChains)
        {
            if (
                chain.Source.Kind is SourceKind.Items or SourceKind.Mirror
                || chain.Revision is { } revision && revision != report.Library.CurrentRevision
            )
                continue;
            foreach (
                var step in ServiceFilters
                    .BeforeWindow(chain)
                    .Where(step => step is { Predicate: not null, IsOpaqueFilter: false })
            )
            {
                foreach (var condition in step.Predicate!.Conditions)
                    Check(condition, step.Predicate, MayAddFilter(chain), reading.Values, report);
            }
        }
    }

    // A listing that the query goes on with has its filters already.
    private static bool MayAddFilter(QueryChain chain) => chain.IsWhollySeen && !chain.StartsWithin;

    private static void Check(IOperation condition, QueryLambda lambda, bool mayAddFilter, Values values, Report report)
    {
        if (Parts(condition, lambda, report.Library) is not var (field, value))
            return;
        var type = Reach.FieldOf(field, lambda, report.Library)!.Property.Type;
        var fix =
            mayAddFilter && OthersThan(value, values, type) is { Count: > 0 } others
                ? FixKeys.Of(
                    FixKeys.Text,
                    "("
                        + string.Join(
                            " || ",
                            others.Select(other => $"{field.Syntax} == {TypeText(value, type)}.{other}")
                        )
                        + ")"
                )
                : null;
        report.At(condition.Syntax.GetLocation(), fix, null);
    }

    private static (IOperation Field, IOperation Value)? Parts(
        IOperation condition,
        QueryLambda lambda,
        LibraryContext library
    ) =>
        Values.Unwrapped(condition) is not IBinaryOperation { OperatorKind: BinaryOperatorKind.NotEquals } unequal
            ? null
        : ServiceFilters.IsField(unequal.LeftOperand, lambda, library) ? (unequal.LeftOperand, unequal.RightOperand)
        : ServiceFilters.IsField(unequal.RightOperand, lambda, library) ? (unequal.RightOperand, unequal.LeftOperand)
        : null;

    /// <summary>The members for the other known values, or null where the value is no known one.</summary>
    private static List<string>? OthersThan(IOperation value, Values values, ITypeSymbol type)
    {
        var known = type.GetMembers()
            .OfType<IPropertySymbol>()
            .Where(member => member.IsStatic)
            .Select(member => member.Name)
            .ToList();
        var excluded = FilterValues.NameOf(value, values, type);
        return excluded is not null && known.Remove(excluded) ? known : null;
    }

    private static string TypeText(IOperation value, ITypeSymbol type) =>
        Values.Unwrapped(value) is IPropertyReferenceOperation { Syntax: MemberAccessExpressionSyntax member }
            ? member.Expression.ToString()
        : value.SemanticModel is { } model ? type.ToMinimalDisplayString(model, value.Syntax.SpanStart)
        : type.Name;
}
