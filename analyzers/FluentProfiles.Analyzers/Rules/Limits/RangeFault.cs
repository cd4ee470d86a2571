using System.Globalization;
using FluentProfiles.Analyzers.Reading;
using FluentProfiles.Analyzers.Symbols;

namespace FluentProfiles.Analyzers;

/// <summary>A constant out of its range.</summary>
/// <param name="Given">What the message calls it. Never a text: it may be a secret.</param>
/// <param name="Rule">What it breaks.</param>
/// <param name="Nearest">The nearest number in the range, or null for none.</param>
internal sealed record RangeFault(string Given, string Rule, string? Nearest)
{
    /// <summary>What is wrong with a value, or null where it is in the range or can't be told.</summary>
    public static RangeFault? Of(ValueRange range, IOperation value, Values values) =>
        range switch
        {
            NumberRange numbers when values.NumberOf(value) is { } number => OfNumber(numbers, number),
            NumberRange times when Durations.TicksOf(value, values) is { } ticks => OfTime(times, ticks, value),
            TextRange texts when values.TextOf(value) is { } text => OfText(texts, text),
            _ => null,
        };

    private static RangeFault? OfNumber(NumberRange range, double number) =>
        range.Has(number)
            ? null
            : new(number.ToString(CultureInfo.InvariantCulture), range.Rule(), range.NearestTo(number));

    private static RangeFault? OfTime(NumberRange range, double ticks, IOperation value) =>
        range.HasTicks(ticks) ? null : new(value.Syntax.ToString(), range.RuleOfTime(), null);

    private static RangeFault? OfText(TextRange range, string text) =>
        range.RuleBrokenBy(text) is { } rule
            ? new(text.Length == 0 ? "An empty string" : "This string", rule, null)
            : null;
}
