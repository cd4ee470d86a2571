using System.Buffers;
using System.Security.Cryptography;
using System.Text.Json;
using FluentProfiles.Model.Schema;
using FluentProfiles.Writing.Bulk.Setters;
using FluentProfiles.Writing.Single;

namespace FluentProfiles.Writing.Sync.Planning;

/// <summary>The part of a profile that the platform writes.</summary>
internal static class ProfileContent
{
    // Enough for a comparison with one profile.
    private const int HashBytes = 12;

    private static readonly WriteTarget[] Members =
    [
        .. ProfileSchema
            .Of(typeof(UserProfile))
            .Concat(ProfileSchema.Of(typeof(ExternalUserDetails)))
            .Where(field =>
                field.Facts is { Writable: true, MaxPairs: 0 }
                && field.Property.PropertyType != typeof(ExternalUserDetails)
            )
            .Select(field => new WriteTarget(field)),
    ];

    /// <summary>A hash by which a later reading tells whether the platform has written the profile meanwhile. It does not depend on
    /// the order of metadata, nor on what the service decides.</summary>
    public static string HashOf(UserProfile profile)
    {
        var buffer = new ArrayBufferWriter<byte>();
        using (var json = new Utf8JsonWriter(buffer))
        {
            json.WriteStartArray();
            foreach (var member in Members)
                json.WriteStringValue(member.TextIn(profile));
            foreach (var (key, value) in profile.Metadata.OrderBy(pair => pair.Key, StringComparer.Ordinal))
            {
                json.WriteStringValue(key);
                json.WriteStringValue(value);
            }
            json.WriteEndArray();
        }
        return Convert.ToBase64String(SHA256.HashData(buffer.WrittenSpan).AsSpan(0, HashBytes));
    }

    /// <summary>What a write changes of a profile, member by member.</summary>
    /// <param name="write">The write.</param>
    /// <param name="current">The profile; null for a new one.</param>
    public static IReadOnlyList<FieldChange> Changes(ProfileWrite write, UserProfile? current)
    {
        var metadata = ProfileSchema.FieldOf(nameof(UserProfile.Metadata));
        var fields = write
            .OfProfile.Concat(write.OfDetails)
            .Select(set => (Target: new WriteTarget(set.Field), After: set.Text));
        var pairs = write.Metadata.Select(pair =>
            (Target: new WriteTarget(metadata, pair.Key), After: (string?)pair.Value)
        );
        return
        [
            .. fields
                .Concat(pairs)
                .Select(set => new FieldChange(
                    set.Target.Member,
                    current is null ? null : set.Target.TextIn(current),
                    set.After
                )),
        ];
    }
}
