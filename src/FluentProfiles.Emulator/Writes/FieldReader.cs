using System.Globalization;
using System.Text.Json;
using System.Text.RegularExpressions;
using FluentProfiles.Emulator.Protocol;

namespace FluentProfiles.Emulator.Writes;

/// <summary>Reads and checks the value of one member of a body.</summary>
internal sealed partial class FieldReader(DateTimeOffset now, bool isUpdate)
{
    private static readonly TimeSpan Ahead = TimeSpan.FromMinutes(1);

    public IEnumerable<KeyValuePair<string, string>> Metadata(JsonElement value) => MetadataRules.Read(value, isUpdate);

    /// <summary>Notes the value of a field by the property's name; nothing where null means "as it is".</summary>
    public void Read(
        (string Property, ProfileFieldAttribute Facts) field,
        JsonElement value,
        string path,
        Dictionary<string, object?> into
    )
    {
        if (value.ValueKind != JsonValueKind.Null)
            into[field.Property] = ValueOf(field, value, path);
        else if (field.Facts.Clearable)
            into[field.Property] = null;
        else
            ThrowIfCleared(field.Property, path);
    }

    private object ValueOf((string Property, ProfileFieldAttribute Facts) field, JsonElement value, string path) =>
        field.Property switch
        {
            nameof(ExternalUserDetails.Country) => Country(value, path),
            nameof(UserProfile.Relationship) => Known(new Relationship(Plain(value, path)), r => r.IsKnown, path),
            nameof(UserProfile.AccessType) => Known(new AccessType(Plain(value, path)), a => a.IsKnown, path),
            nameof(ExternalUserDetails.AccountStatus) => Known(
                new AccountStatus(Plain(value, path)),
                a => a.IsKnown,
                path
            ),
            nameof(ExternalUserDetails.EntityType) => Known(new EntityType(Plain(value, path)), e => e.IsKnown, path),
            nameof(UserProfile.ExternalUserOnboardedAt) or nameof(ExternalUserDetails.OnboardedAt) => Moment(
                value,
                path
            ),
            _ => BodyReader.Text(value, path, field.Facts.MinLength, field.Facts.MaxLength),
        };

    // What was set once stays: an update says so, and to a create null is the same as nothing.
    private void ThrowIfCleared(string property, string path)
    {
        if (isUpdate && property is not (nameof(UserProfile.AccessType) or nameof(UserProfile.Relationship)))
            throw ServiceError.Invalid($"{path}: can't be cleared; leave it out to keep it");
    }

    private static string Plain(JsonElement value, string path) => BodyReader.Text(value, path, 0, 255);

    private static object Known<T>(T value, Func<T, bool> isKnown, string path)
        where T : struct =>
        isKnown(value) ? value : throw ServiceError.Invalid($"{path}: `{value}` is not one of its values");

    private static string Country(JsonElement value, string path)
    {
        var text = Plain(value, path);
        if (text.Length == 2 && text.All(char.IsAsciiLetterUpper))
            return text;
        throw ServiceError.Invalid($"{path}: must be two capital letters");
    }

    private object Moment(JsonElement value, string path)
    {
        var text = Plain(value, path);
        if (
            !CompleteTimestamp().IsMatch(text)
            || !DateTimeOffset.TryParse(text, CultureInfo.InvariantCulture, out var moment)
        )
            throw ServiceError.Invalid($"{path}: must be a complete RFC 3339 timestamp");
        if (moment > now + Ahead)
            throw ServiceError.Invalid($"{path}: must be no more than a minute ahead");
        return moment.ToUniversalTime().AddTicks(-(moment.Ticks % TimeSpan.TicksPerMicrosecond));
    }

    [GeneratedRegex(@"^\d{4}-\d\d-\d\d[Tt]\d\d:\d\d:\d\d(\.\d+)?([Zz]|[+-]\d\d:\d\d)\z")]
    private static partial Regex CompleteTimestamp();
}
