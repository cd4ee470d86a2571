using System.Collections;
using System.Globalization;
using FluentProfiles.Tests.Properties.Expressions.Grammar;

namespace FluentProfiles.Tests.Properties.Expressions.Oracle;

/// <summary>A value as text with its type, so that values can be compared and printed.</summary>
internal static class ValueText
{
    public static string Of(object? value) =>
        value switch
        {
            null => "null",
            string text => $"\"{text}\"",
            DateTimeOffset or DateTime or DateOnly => $"{Name(value)} {((IFormattable)value).ToString("O", null)}",
            IFormattable number => $"{Name(value)} {number.ToString(null, CultureInfo.InvariantCulture)}",
            bool or char => $"{value}",
            AdditionalProperties => "",
            IEnumerable items => $"[{string.Join(", ", items.Cast<object?>().Select(Of))}]",
            _ when Universe.IsExtensibleEnum(value.GetType()) => $"{Name(value)} {value}",
            _ => $"{Name(value)} {{ {string.Join(", ", Properties(value))} }}",
        };

    /// <summary>The outcome that the rule leaves open.</summary>
    public static string Unspecified { get; } = Thrown(new UnspecifiedException());

    /// <summary>What a run gives, or the type of what it throws.</summary>
    public static string Outcome(Func<object?> run)
    {
        try
        {
            return Of(run());
        }
        catch (Exception failure)
        {
            return Thrown(failure);
        }
    }

    public static string Thrown(Exception failure) => $"throws {failure.GetType().Name}";

    private static IEnumerable<string> Properties(object value) =>
        Universe
            .Properties(value.GetType())
            .Where(property => property.Name != "EqualityContract")
            .Select(property => $"{property.Name} = {Of(property.GetValue(value))}");

    private static string Name(object value) => value.GetType().Name;
}
