using System.Net;
using System.Text;
using System.Text.RegularExpressions;

namespace FluentProfiles.Tests.Secrecy;

/// <summary>A key, the forms in which a service may repeat it, and the search for any of them.</summary>
internal static class EchoedKey
{
    public const string Key = "sk-ant-echo-0123+456/789==z";

    private static readonly byte[] Bytes = Encoding.UTF8.GetBytes(Key);

    // Of base64 the letters that what stands around the key has no part in.
    private static readonly string[] Needles =
    [
        Key,
        Uri.EscapeDataString(Key),
        Convert.ToHexString(Bytes),
        .. new[] { "", "1", "12" }.Select(before => Base64(before + Key)[4..^4]),
        .. new[] { "", "1", "12" }.Select(before => Base64(before + Key)[4..^4].Replace('+', '-').Replace('/', '_')),
    ];

    public static IReadOnlyDictionary<string, string> Forms { get; } =
        new Dictionary<string, string>
        {
            ["as it is"] = Key,
            ["in a header"] = $"Bearer {Key}",
            ["in capitals"] = Key.ToUpperInvariant(),
            ["percent-encoded"] = Uri.EscapeDataString(Key),
            ["percent-encoded twice"] = Uri.EscapeDataString(Uri.EscapeDataString(Key)),
            ["percent-encoded throughout"] = string.Concat(Bytes.Select(value => $"%{value:x2}")),
            ["base64"] = Convert.ToBase64String(Bytes),
            ["base64 of a header"] = Base64($"Bearer {Key}"),
            ["base64 of a user and it"] = Base64($"u:{Key}"),
            ["base64 of a longer user and it"] = Base64($"me:{Key}:"),
            ["base64 for addresses"] = Base64($"!{Key}").Replace('+', '-').Replace('/', '_'),
            ["base64 in an address"] = Uri.EscapeDataString(Base64(Key)),
            ["hexadecimal"] = Convert.ToHexString(Bytes),
            ["spread"] = string.Join(' ', Key.AsEnumerable()),
            ["spread by tabs"] = string.Join('\t', Key.AsEnumerable()),
            ["with the escapes of JSON"] = string.Concat(Key.Select(character => $"\\u{(int)character:x4}")),
            ["with JSON's escape of a slash"] = Key.Replace("/", "\\/"),
            ["with the escapes of HTML"] = string.Concat(Key.Select(character => $"&#{(int)character};")),
            ["many times"] = string.Concat(Enumerable.Repeat(Key, 50)),
            ["behind a long text"] = new string('x', 990) + Key,
        };

    /// <summary>Returns whether a text holds the key in some form, also within base64 of its own, such as a token.</summary>
    public static bool IsIn(string text) =>
        Readings(text)
            .Any(reading => Needles.Any(needle => reading.Contains(needle, StringComparison.OrdinalIgnoreCase)));

    private static IEnumerable<string> Readings(string text)
    {
        yield return text;
        yield return string.Concat(text.Where(character => !char.IsWhiteSpace(character)));
        yield return WebUtility.UrlDecode(text);
        yield return WebUtility.UrlDecode(WebUtility.UrlDecode(text));
        yield return Regex.Replace(
            text,
            @"\\(?:u(?<code>[0-9a-fA-F]{4})|(?<other>[^u]))",
            escape =>
                escape.Groups["other"].Success
                    ? escape.Groups["other"].Value
                    : $"{(char)Convert.ToInt32(escape.Groups["code"].Value, 16)}"
        );
        yield return WebUtility.HtmlDecode(text);
        if (TryDecode(text.Split('.')[^1], out var decoded))
            yield return decoded;
    }

    private static bool TryDecode(string text, out string decoded)
    {
        var buffer = new byte[text.Length];
        var padded = text.Replace('-', '+').Replace('_', '/').PadRight((text.Length + 3) / 4 * 4, '=');
        var isBase64 = Convert.TryFromBase64String(padded, buffer, out var length);
        decoded = Encoding.Latin1.GetString(buffer, 0, isBase64 ? length : 0);
        return isBase64;
    }

    private static string Base64(string text) => Convert.ToBase64String(Encoding.UTF8.GetBytes(text));
}
