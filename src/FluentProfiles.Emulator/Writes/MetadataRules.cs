using System.Text.Json;
using FluentProfiles.Emulator.Facts;
using FluentProfiles.Emulator.Protocol;

namespace FluentProfiles.Emulator.Writes;

/// <summary>The limits of metadata, and how an update merges it.</summary>
internal static class MetadataRules
{
    private static readonly ProfileFieldAttribute Limits = ProfileFields.Of(nameof(UserProfile.Metadata));

    /// <summary>The pairs of a body. In an update an empty value is allowed: it takes the key away.</summary>
    public static IReadOnlyList<KeyValuePair<string, string>> Read(JsonElement value, bool isUpdate)
    {
        if (value.ValueKind != JsonValueKind.Object)
            throw ServiceError.Invalid("metadata: must be an object");
        List<KeyValuePair<string, string>> pairs = [];
        foreach (var member in value.EnumerateObject())
        {
            var length = member.Name.EnumerateRunes().Count();
            if (length < Limits.MinLength || length > Limits.MaxKeyLength)
                throw ServiceError.Invalid($"metadata: a key must have 1 to {Limits.MaxKeyLength} characters");
            pairs.Add(
                new(
                    member.Name,
                    BodyReader.Text(member.Value, $"metadata.{member.Name}", isUpdate ? 0 : 1, Limits.MaxLength)
                )
            );
        }
        if (pairs.Count > Limits.MaxPairs)
            throw TooMany();
        return pairs;
    }

    public static ProfileMap<string> Merge(ProfileMap<string> old, IEnumerable<KeyValuePair<string, string>> given)
    {
        ProfileMap<string> merged = new(old.Concat(given));
        merged = new(merged.Where(pair => pair.Value.Length > 0));
        return merged.Count <= Limits.MaxPairs ? merged : throw TooMany();
    }

    private static ServiceError TooMany() => ServiceError.Invalid($"metadata: at most {Limits.MaxPairs} pairs");
}
