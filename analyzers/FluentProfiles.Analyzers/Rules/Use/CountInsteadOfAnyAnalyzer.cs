using FluentProfiles.Analyzers.Reading;

namespace FluentProfiles.Analyzers;

/// <summary>FP0303: CountAsync() > 0 and its like.</summary>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
public sealed class CountInsteadOfAnyAnalyzer() : QueryAnalyzer(Descriptors.CountInsteadOfAny)
{
    private protected override void Check(MethodReading reading, Report report)
    {
        foreach (var chain in reading.FinalChains)
        {
            if (chain.Terminal is not { } terminal || CountOf(terminal) is not { } count || IsSmall(chain, report))
                continue;
            var outer = Outermost(count);
            if (outer.Parent is IBinaryOperation comparison && AsksForAny(comparison, outer, reading.Values) is { } any)
                report.At(
                    comparison.Syntax.GetLocation(),
                    FixKeys.Of(FixKeys.Text, any ? "" : "!"),
                    [AwaitOf(terminal)!.Syntax.GetLocation(), terminal.NameLocation],
                    terminal.Name
                );
        }
    }

    // Counting what is in memory, what a Take bounds or what is looked up by id reads no listing.
    private static bool IsSmall(QueryChain chain, Report report) =>
        chain.Source.Kind == SourceKind.Items
        || chain.Steps.Any(step => step is { IsWindow: true, Name: "Take" })
        || PointLookUps.MayBeIn(chain, report.Library);

    /// <summary>The operation that gives the number of items, or null.</summary>
    private static IOperation? CountOf(QueryStep terminal) =>
        AwaitOf(terminal) is not { } wait ? null
        : terminal.Name is "CountAsync" or "LongCountAsync" ? wait
        : terminal.Name is "ToListAsync" or "ToArrayAsync"
            ? Outermost(wait).Parent as IPropertyReferenceOperation is { Property.Name: "Count" or "Length" } size
                    ? size
                : null
        : null;

    private static IAwaitOperation? AwaitOf(QueryStep terminal) => terminal.Call.Parent as IAwaitOperation;

    private static IOperation Outermost(IOperation operation)
    {
        while (operation.Parent is IConversionOperation or IParenthesizedOperation)
            operation = operation.Parent;
        return operation;
    }

    /// <summary>Whether a comparison asks for any item (true) or none (false); null where it asks for a number.</summary>
    private static bool? AsksForAny(IBinaryOperation comparison, IOperation count, Values values)
    {
        var countIsLeft = comparison.LeftOperand == count;
        if (!values.TryConstant(countIsLeft ? comparison.RightOperand : comparison.LeftOperand, out var other))
            return null;
        if (other is not (0 or 1 or 0L or 1L))
            return null;
        var isOne = other is 1 or 1L;
        return (countIsLeft ? comparison.OperatorKind : Mirrored(comparison.OperatorKind), isOne) switch
        {
            (BinaryOperatorKind.GreaterThan or BinaryOperatorKind.NotEquals, false) => true,
            (BinaryOperatorKind.GreaterThanOrEqual, true) => true,
            (BinaryOperatorKind.Equals or BinaryOperatorKind.LessThanOrEqual, false) => false,
            (BinaryOperatorKind.LessThan, true) => false,
            _ => null,
        };
    }

    private static BinaryOperatorKind Mirrored(BinaryOperatorKind kind) =>
        kind switch
        {
            BinaryOperatorKind.GreaterThan => BinaryOperatorKind.LessThan,
            BinaryOperatorKind.LessThan => BinaryOperatorKind.GreaterThan,
            BinaryOperatorKind.GreaterThanOrEqual => BinaryOperatorKind.LessThanOrEqual,
            BinaryOperatorKind.LessThanOrEqual => BinaryOperatorKind.GreaterThanOrEqual,
            _ => kind,
        };
}
