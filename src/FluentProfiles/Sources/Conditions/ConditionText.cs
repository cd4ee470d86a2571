using System.Globalization;
using System.Text.Json;

namespace FluentProfiles.Sources.Conditions;

/// <summary>Writes values of conditions so that no two texts can be mistaken for each other.</summary>
internal static class ConditionText
{
    public static string Of(string text) => $"\"{JsonEncodedText.Encode(text)}\"";

    public static string Of(IEnumerable<string> texts) => $"[{string.Join(", ", texts.Select(Of))}]";

    public static string Of(DateTimeOffset time) => time.UtcDateTime.ToString("O", CultureInfo.InvariantCulture);
}
