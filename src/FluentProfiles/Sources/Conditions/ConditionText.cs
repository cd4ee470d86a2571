using System.Globalization;
using System.Text;
using System.Text.Json;

namespace FluentProfiles.Sources.Conditions;

/// <summary>Writes values of conditions so that no two texts can be mistaken for each other.</summary>
internal static class ConditionText
{
    public static string Of(string text)
    {
        StringBuilder quoted = new("\"");
        var start = 0;
        for (var i = 0; i < text.Length; i++)
        {
            if (!char.IsSurrogate(text[i]))
                continue;
            if (i + 1 < text.Length && char.IsSurrogatePair(text[i], text[i + 1]))
            {
                i++;
                continue;
            }
            // An encoder takes no half of a surrogate pair, and each half is another text.
            quoted.Append(JsonEncodedText.Encode(text.AsSpan(start, i - start)));
            quoted.Append(CultureInfo.InvariantCulture, $"\\u{(int)text[i]:X4}");
            start = i + 1;
        }
        return quoted.Append(JsonEncodedText.Encode(text.AsSpan(start))).Append('"').ToString();
    }

    public static string Of(IEnumerable<string> texts) => $"[{string.Join(", ", texts.Select(Of))}]";

    public static string Of(DateTimeOffset time) => time.UtcDateTime.ToString("O", CultureInfo.InvariantCulture);
}
