using System.Text.Json;
using FluentProfiles.Emulator.Data;
using FluentProfiles.Emulator.Protocol;

namespace FluentProfiles.Emulator.Writes;

/// <summary>The body of a create or an update, read and checked: what it sets, and on which profile it may be applied.</summary>
internal sealed class WriteBody
{
    private readonly Dictionary<string, object?> fields = [];
    private readonly Dictionary<string, object?> details = [];
    private readonly List<KeyValuePair<string, string>> metadata = [];

    private WriteBody() { }

    public static WriteBody Read(RequestContext context, DateTimeOffset now, bool isUpdate)
    {
        WriteBody body = new();
        FieldReader reader = new(now, isUpdate);
        foreach (var member in BodyReader.ObjectOf(context.Request.Body).EnumerateObject())
            body.Take(member, context.Revision, reader);
        return body;
    }

    public UserProfile ToNew(string id, DateTimeOffset now) =>
        ApplyTo(
            new()
            {
                Id = id,
                CreatedAt = now,
                Relationship = Relationship.External,
                AccessType = AccessType.Application,
                EnforcementStatus = EnforcementStatus.Unrestricted,
            },
            now
        );

    public UserProfile ApplyTo(UserProfile profile, DateTimeOffset now)
    {
        Patch<UserProfile> patch = new(profile);
        foreach (var (property, value) in fields)
            patch.Set(property, value);
        if (metadata.Count > 0)
            patch.Set(nameof(UserProfile.Metadata), MetadataRules.Merge(profile.Metadata, metadata));
        SetMovedFields(patch, profile);
        patch.Set(nameof(UserProfile.UpdatedAt), now);
        ThrowIfNamelessResale(patch.Result);
        return patch.Result;
    }

    private void Take(JsonProperty member, ApiRevision revision, FieldReader reader)
    {
        var known = WritableFields.Find<UserProfile>(member.Name);
        if (known is not { } found || !found.Field.IsServedBy(revision))
            throw ServiceError.Invalid($"{member.Name}: not permitted here");
        switch (found.Property)
        {
            case nameof(UserProfile.Metadata):
                metadata.AddRange(reader.Metadata(member.Value));
                break;
            case nameof(UserProfile.ExternalUserDetails):
                TakeDetails(member, reader);
                break;
            default:
                reader.Read(found, member.Value, member.Name, fields);
                break;
        }
    }

    private void TakeDetails(JsonProperty given, FieldReader reader)
    {
        if (given.Value.ValueKind != JsonValueKind.Object)
            throw ServiceError.Invalid($"{given.Name}: must be an object");
        foreach (var member in given.Value.EnumerateObject())
        {
            var path = $"{given.Name}.{member.Name}";
            var known = WritableFields.Find<ExternalUserDetails>(member.Name);
            if (known is not { } found)
                throw ServiceError.Invalid($"{path}: not permitted here");
            reader.Read(found, member.Value, path, details);
        }
    }

    // A field that moved between revisions is one field under two names: what is written by one reads by the other.
    private void SetMovedFields(Patch<UserProfile> patch, UserProfile old)
    {
        Patch<ExternalUserDetails> known = new(old.ExternalUserDetails);
        foreach (var (property, value) in details)
            known.Set(property, value);
        Mirror(nameof(UserProfile.ExternalId), nameof(ExternalUserDetails.ReferenceId), patch, known);
        Mirror(nameof(UserProfile.ExternalUserOnboardedAt), nameof(ExternalUserDetails.OnboardedAt), patch, known);
        patch.Set(nameof(UserProfile.ExternalUserDetails), known.Result);
        if (fields.TryGetValue(nameof(UserProfile.Relationship), out var relationship))
            patch.Set(nameof(UserProfile.AccessType), LegacyFields.AccessTypeOf((Relationship)relationship!));
        if (fields.TryGetValue(nameof(UserProfile.AccessType), out var accessType))
            patch.Set(
                nameof(UserProfile.Relationship),
                LegacyFields.RelationshipOf((AccessType)accessType!, old.Relationship)
            );
    }

    private void Mirror(string before, string after, Patch<UserProfile> patch, Patch<ExternalUserDetails> known)
    {
        if (fields.TryGetValue(before, out var value))
            known.Set(after, value);
        if (details.TryGetValue(after, out value))
            patch.Set(before, value);
    }

    private void ThrowIfNamelessResale(UserProfile result)
    {
        if (fields.ContainsKey(nameof(UserProfile.Relationship)) && string.IsNullOrEmpty(result.Name))
        {
            if (result.Relationship == Relationship.Resold)
                throw ServiceError.Invalid("name: required where `relationship` is `resold`");
        }
    }
}
