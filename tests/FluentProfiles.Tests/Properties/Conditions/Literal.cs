using System.Collections;
using System.Globalization;

namespace FluentProfiles.Tests.Properties.Conditions;

/// <summary>A value as C#.</summary>
internal static class Literal
{
    public static string Of(object? value) =>
        value switch
        {
            null => "null",
            string text => $"\"{text}\"",
            bool flag => flag ? "true" : "false",
            StringComparison how => $"StringComparison.{how}",
            DateTimeOffset time => $"DateTimeOffset.Parse(\"{time.ToString("O", CultureInfo.InvariantCulture)}\")",
            TimeSpan span => $"TimeSpan.Parse(\"{span}\")",
            Array items => $"new {Name(value.GetType().GetElementType()!)}[] {{ {List(items)} }}",
            IEnumerable items => $"new {Name(value.GetType())} {{ {List(items)} }}",
            IFormattable number => number.ToString(null, CultureInfo.InvariantCulture),
            _ when value.GetType() is { IsValueType: true } type => value.ToString() is { Length: > 0 } text
                ? $"({type.Name})\"{text}\""
                : $"default({type.Name})",
            _ => value.ToString()!,
        };

    private static string List(IEnumerable items) => string.Join(", ", items.Cast<object?>().Select(Of));

    private static string Name(Type type) =>
        type == typeof(string) ? "string"
        : type.IsGenericType
            ? $"{type.Name[..type.Name.IndexOf('`')]}<{string.Join(", ", type.GetGenericArguments().Select(Name))}>"
        : type.Name;
}
