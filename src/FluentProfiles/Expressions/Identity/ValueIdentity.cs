using System.Collections;
using System.Globalization;
using System.Runtime.CompilerServices;
using System.Text;
using System.Text.RegularExpressions;
using FluentProfiles.Expressions.Captured;
using FluentProfiles.Expressions.Fields;
using FluentProfiles.Expressions.Text;

namespace FluentProfiles.Expressions.Identity;

/// <summary>Writes a captured value in full, the same in every process: texts with their length, times to the tick, collections
/// item by item, objects by their fields.</summary>
internal sealed class ValueIdentity
{
    private readonly StringBuilder text;
    private readonly List<object> outer = [];

    private ValueIdentity(StringBuilder text) => this.text = text;

    public static void Append(StringBuilder text, object? value) =>
        new ValueIdentity(text).Append(value, isPart: false);

    /// <summary>Writes the items of a set, in an order of their own.</summary>
    public static void AppendSet(StringBuilder text, IEnumerable items) =>
        new ValueIdentity(text).AppendSorted(items.Cast<object?>());

    public static string Of(object? value)
    {
        var text = new StringBuilder();
        Append(text, value);
        return text.ToString();
    }

    /// <param name="value">The value.</param>
    /// <param name="isPart">True for a field of another value.</param>
    private void Append(object? value, bool isPart)
    {
        if (value is null or string)
        {
            AppendText(value as string);
            return;
        }
        text.Append(TypeName.Of(value.GetType()));
        // A value within itself.
        if (!value.GetType().IsValueType && outer.Exists(one => ReferenceEquals(one, value)))
            return;
        outer.Add(value);
        text.Append('{');
        AppendContent(value, isPart);
        text.Append('}');
        outer.RemoveAt(outer.Count - 1);
    }

    private void AppendContent(object value, bool isPart)
    {
        if (TextOf(value) is { } known)
            AppendText(known);
        else if (value is ITuple parts)
            AppendAll(Enumerable.Range(0, parts.Length).Select(i => parts[i]));
        else if (value is IEnumerable items && CapturedCollection.IsKnown(value.GetType()))
            AppendItems(items);
        else if (ObjectFields.Have(value, isPart))
            AppendAll(ObjectFields.Of(value));
        else if (ObjectFields.HasOwnText(value))
            AppendText(value.ToString());
    }

    /// <summary>The exact text of a value that has one.</summary>
    private static string? TextOf(object value) =>
        value switch
        {
            bool or char => Convert.ToString(value, CultureInfo.InvariantCulture),
            Enum flag => flag.ToString("D"),
            DateTime or DateTimeOffset or DateOnly or TimeOnly => ((IFormattable)value).ToString(
                "O",
                CultureInfo.InvariantCulture
            ),
            IFormattable exact when exact.GetType().Assembly == typeof(int).Assembly => exact.ToString(
                null,
                CultureInfo.InvariantCulture
            ),
            Regex regex => $"{(int)regex.Options} {regex.MatchTimeout.Ticks} {regex}",
            Delegate code => CodeIdentity.Of(code),
            StringComparer comparer => CapturedCollection.TextOf(comparer),
            _ => null,
        };

    private void AppendItems(IEnumerable items)
    {
        Append(CapturedCollection.ComparerOf(items), isPart: true);
        if (CapturedCollection.HasOrder(items.GetType()))
            AppendAll(items.Cast<object?>());
        else
            AppendSorted(items.Cast<object?>());
    }

    private void AppendAll(IEnumerable<object?> values)
    {
        foreach (var value in values)
            Append(value, isPart: true);
    }

    // A set gives its items in an order that may differ from process to process.
    private void AppendSorted(IEnumerable<object?> values)
    {
        foreach (var item in values.Select(Of).Order(StringComparer.Ordinal))
            text.Append(item);
    }

    private void AppendText(string? known) =>
        text.Append(known is null ? -1 : known.Length).Append(':').Append(known).Append(';');
}
