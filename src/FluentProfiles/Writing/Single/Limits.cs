using System.Globalization;
using System.Text;
using FluentProfiles.Model.Schema;

namespace FluentProfiles.Writing.Single;

/// <summary>Holds values against the limits that the model states. A message names the member and the limit, never the
/// value.</summary>
internal static class Limits
{
    private static readonly TimeSpan Ahead = TimeSpan.FromMinutes(1);

    private static readonly ProfileFieldAttribute Metadata = ProfileSchema.FieldOf(nameof(UserProfile.Metadata)).Facts!;

    /// <param name="field">The field.</param>
    /// <param name="member">What the caller calls it.</param>
    /// <param name="text">Its text; null clears it.</param>
    /// <param name="now">The time; null where that is not known yet.</param>
    /// <param name="parameter">The argument that the value came by.</param>
    /// <exception cref="ArgumentException">The value is beyond its limits.</exception>
    public static void Check(ProfileField field, string member, string? text, DateTimeOffset? now, string? parameter)
    {
        if (text is null)
            return;
        if (field.Property.PropertyType == typeof(DateTimeOffset?))
            CheckMoment(member, text, now, parameter);
        else if (field.Property.Name == nameof(ExternalUserDetails.Country))
            CheckCountry(member, text, parameter);
        else if (field.Facts!.MaxLength > 0)
            CheckLength(member, text, field.Facts.MinLength, field.Facts.MaxLength, parameter);
    }

    /// <exception cref="ArgumentException">There are too many pairs, or one is empty or too long.</exception>
    public static void CheckMetadata(IReadOnlyList<KeyValuePair<string, string?>> pairs, string? parameter)
    {
        ThrowIfTooMany(pairs.Count, parameter);
        foreach (var (key, value) in pairs)
        {
            CheckKey(key, parameter);
            if (value is null)
                continue;
            var member = $"{nameof(UserProfile.Metadata)}[\"{key}\"]";
            if (value.Length == 0)
                throw Violated(
                    member,
                    $"is empty, and a value has at least {Metadata.MinLength} character. Leave the key out, or remove it by Change.Clear or RemoveMetadata",
                    parameter
                );
            CheckLength(member, value, Metadata.MinLength, Metadata.MaxLength, parameter);
        }
    }

    /// <exception cref="ArgumentException">The key is empty or too long.</exception>
    public static void CheckKey(string key, string? parameter) =>
        CheckLength("A key of Metadata", key, Metadata.MinLength, Metadata.MaxKeyLength, parameter);

    /// <exception cref="ArgumentException">There are more pairs than a profile may have.</exception>
    public static void ThrowIfTooMany(int pairs, string? parameter)
    {
        if (pairs > Metadata.MaxPairs)
            throw Violated(
                nameof(UserProfile.Metadata),
                $"has {pairs} pairs, and at most {Metadata.MaxPairs} are allowed",
                parameter
            );
    }

    public static ArgumentException Violated(string member, string problem, string? parameter) =>
        new($"{member} {problem}.", parameter);

    private static void CheckLength(string member, string text, int least, int most, string? parameter)
    {
        var length = 0;
        // What is no character comes out as U+FFFD, as a character of its own does: only decoding tells them apart.
        for (var i = 0; i < text.Length; length++)
        {
            if (!Rune.TryGetRuneAt(text, i, out var rune))
                throw Violated(member, "has half of a surrogate pair, which is not a character", parameter);
            i += rune.Utf16SequenceLength;
        }
        if (length < least || length > most)
            throw Violated(member, $"has {length} characters, and {least} to {most} are allowed", parameter);
    }

    private static void CheckCountry(string member, string text, string? parameter)
    {
        if (text.Length != 2 || !text.All(char.IsAsciiLetterUpper))
            throw Violated(member, "must be two capital letters, an ISO 3166-1 code such as DE", parameter);
    }

    private static void CheckMoment(string member, string text, DateTimeOffset? now, string? parameter)
    {
        if (DateTimeOffset.Parse(text, CultureInfo.InvariantCulture) > now + Ahead)
            throw Violated(member, "is in the future, and may be at most a minute ahead", parameter);
    }
}
