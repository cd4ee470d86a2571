using System.Collections;
using System.Text.Json;

namespace FluentProfiles.Tests.Json;

/// <summary>Compares objects of the model property by property.</summary>
internal static class ModelAssert
{
    public static void Equal(object expected, object actual) => Assert.Equal(Text(expected), Text(actual));

    // Independent of the converters under test.
    private static string Text(object? value) =>
        value switch
        {
            null => "null",
            string text => $"'{text}'",
            DateTimeOffset time => time.ToString("O"),
            JsonElement json => json.GetRawText(),
            IEnumerable items => $"[{string.Join(", ", items.Cast<object>().Select(Text))}]",
            _ when value.GetType().IsValueType && !value.GetType().IsGenericType => value.ToString()!,
            _ => $"{value.GetType().Name} {{ {string.Join(", ", Members(value))} }}",
        };

    private static IEnumerable<string> Members(object value) =>
        value
            .GetType()
            .GetProperties()
            .OrderBy(property => property.Name, StringComparer.Ordinal)
            .Select(property => $"{property.Name} = {Text(property.GetValue(value))}");
}
