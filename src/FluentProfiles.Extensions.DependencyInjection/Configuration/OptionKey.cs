using System.Globalization;
using Microsoft.Extensions.Configuration;

namespace FluentProfiles.Hosting.Configuration;

/// <summary>An option that a configuration can set.</summary>
/// <param name="Name">The name of the option and of its key.</param>
/// <param name="Set">Sets it; returns what is wrong with the value, or null.</param>
internal sealed record OptionKey(string Name, Func<ProfilesClientOptions, IConfigurationSection, string?> Set)
{
    public static OptionKey Text(string name, Action<ProfilesClientOptions, string> set) =>
        Single(
            name,
            (options, text) =>
            {
                set(options, text);
                return true;
            },
            "a string"
        );

    public static OptionKey Flag(string name, Action<ProfilesClientOptions, bool> set) =>
        Parsed(name, set, "true or false");

    public static OptionKey Number<T>(string name, Action<ProfilesClientOptions, T> set)
        where T : IParsable<T> => Parsed(name, set, "a whole number");

    /// <summary>A bare number would be days to <see cref="TimeSpan"/>, and nobody means days.</summary>
    public static OptionKey Duration(string name, Action<ProfilesClientOptions, TimeSpan> set) =>
        Single(
            name,
            (options, text) =>
            {
                var read = TimeSpan.TryParse(text, CultureInfo.InvariantCulture, out var value) && text.Contains(':');
                if (read)
                    set(options, value);
                return read;
            },
            "a time like 00:00:30"
        );

    public static OptionKey List(string name, Action<ProfilesClientOptions, IReadOnlyList<string>> set) =>
        new(
            name,
            (options, section) =>
            {
                if (!string.IsNullOrEmpty(section.Value))
                    return $"must be a list of strings: \"{name}\": [\"…\"] in JSON, {name}:0 elsewhere";
                set(options, [.. section.GetChildren().Select(item => item.Value ?? "")]);
                return null;
            }
        );

    private static OptionKey Parsed<T>(string name, Action<ProfilesClientOptions, T> set, string kind)
        where T : IParsable<T> =>
        Single(
            name,
            (options, text) =>
            {
                var read = T.TryParse(text, CultureInfo.InvariantCulture, out var value);
                if (read)
                    set(options, value!);
                return read;
            },
            kind
        );

    /// <summary>An empty value leaves the default, as an empty variable of the environment does.</summary>
    private static OptionKey Single(string name, Func<ProfilesClientOptions, string, bool> set, string kind) =>
        new(
            name,
            (options, section) =>
                section.GetChildren().Any() || (section.Value is { Length: > 0 } text && !set(options, text))
                    ? "must be " + kind
                    : null
        );
}
