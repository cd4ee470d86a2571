using System.Runtime.CompilerServices;
using System.Text.Json.Serialization;
using FluentProfiles.Json;
using FluentProfiles.Model.Schema;

namespace FluentProfiles;

/// <summary>A user profile: what the platform's account at the service keeps of one of its end customers.</summary>
/// <remarks>
/// <para>Each property says in its <see cref="ProfileFieldAttribute"/> which revisions of the API serve it. A field that
/// the revision at hand does not serve is null, empty or the default value; maps, lists,
/// <see cref="ExternalUserDetails"/> and <see cref="Programs"/> are never null.</para>
/// <para>Immutable and thread-safe; <c>profile with { Name = "Ada" }</c> makes a changed copy. Two profiles are equal only as
/// one object: compare their <see cref="Id"/>, or their content by <see cref="UserProfileComparer.Content"/>.</para>
/// </remarks>
[JsonConverter(typeof(ProfileModelConverter))]
public sealed record UserProfile
{
    // Kept apart, for hardly any profile has one of them: lists of profiles are a third smaller.
    private RareFields? rare;

    /// <summary>The id, <c>uprof_…</c>, given by the service.</summary>
    [ProfileField("id")]
    public string Id
    {
        get;
        init => field = value ?? "";
    } = "";

    /// <summary>The type of the object, <c>user_profile</c>.</summary>
    [ProfileField("type")]
    public string Type
    {
        get => rare?.Type ?? RareFields.UsualType;
        init => Rare(value == RareFields.UsualType)?.Type = value ?? "";
    }

    /// <summary>When the profile was created, to the microsecond. A list is sorted by it unless told otherwise.</summary>
    [ProfileField("created_at", Sortable = true)]
    public DateTimeOffset CreatedAt { get; init; }

    /// <summary>When the profile was last changed.</summary>
    [ProfileField("updated_at")]
    public DateTimeOffset UpdatedAt { get; init; }

    /// <summary>The platform's own pairs: at most 16, keys of up to 64 characters, values of up to 512 and not empty.
    /// A missing key reads as null.</summary>
    [ProfileField(
        "metadata",
        Writable = true,
        MinLength = 1,
        MaxLength = MetadataLimits.LongestValue,
        MaxKeyLength = MetadataLimits.LongestKey,
        MaxPairs = 16
    )]
    public ProfileMap<string> Metadata
    {
        get;
        init => field = value ?? ProfileMap<string>.Empty;
    } = ProfileMap<string>.Empty;

    /// <summary>The customer's name, up to 255 characters, or null. The service sorts by it without regard to the case of
    /// ASCII letters, nulls last in both directions.</summary>
    [ProfileField("name", Sortable = true, Writable = true, Clearable = true, MaxLength = 255)]
    public string? Name { get; init; }

    /// <summary>Grants by name; a missing one reads as null. Replaced by <see cref="Programs"/>, without a
    /// field-by-field mapping.</summary>
    [ProfileField("trust_grants", Until = ApiRevision.V2026_09_04, ReplacedBy = "Programs")]
    public ProfileMap<TrustGrant> TrustGrants
    {
        get => rare?.TrustGrants ?? ProfileMap<TrustGrant>.Empty;
        init => Rare(value is not { Count: > 0 })?.TrustGrants = value;
    }

    /// <summary>The platform's own id of the customer, or null.</summary>
    [ProfileField(
        "external_id",
        Until = ApiRevision.V2026_08_18,
        ReplacedBy = "ExternalUserDetails.ReferenceId",
        Writable = true,
        Clearable = true,
        MinLength = 1,
        MaxLength = 255
    )]
    public string? ExternalId
    {
        get => rare?.ExternalId;
        init => Rare(value is null)?.ExternalId = value;
    }

    /// <summary>How the platform relates to the customer. In <see cref="AccessType"/>, <c>resold</c> became
    /// <c>passthrough</c> and the others <c>application</c>.</summary>
    [ProfileField("relationship", Until = ApiRevision.V2026_03_24, ReplacedBy = "AccessType", Writable = true)]
    public Relationship Relationship
    {
        get => rare?.Relationship ?? default;
        init => Rare(value == default)?.Relationship = value;
    }

    /// <summary>How the customer reaches Claude.</summary>
    [ProfileField("access_type", Since = ApiRevision.V2026_08_18, Writable = true)]
    public AccessType AccessType { get; init; }

    /// <summary>When the platform took the customer on, or null.</summary>
    [ProfileField(
        "external_user_onboarded_at",
        Since = ApiRevision.V2026_08_18,
        Until = ApiRevision.V2026_08_18,
        ReplacedBy = "ExternalUserDetails.OnboardedAt",
        Writable = true
    )]
    public DateTimeOffset? ExternalUserOnboardedAt
    {
        get => rare?.ExternalUserOnboardedAt;
        init => Rare(value is null)?.ExternalUserOnboardedAt = value;
    }

    /// <summary>What the platform told of the customer; an empty one where it is not served.</summary>
    [ProfileField("external_user_details", Since = ApiRevision.V2026_09_04, Writable = true)]
    public ExternalUserDetails ExternalUserDetails
    {
        get;
        init => field = value ?? ExternalUserDetails.Empty;
    } = ExternalUserDetails.Empty;

    /// <summary>What the service currently allows the customer to do. The only field that the service filters by.</summary>
    [ProfileField("enforcement_status", Since = ApiRevision.Current, Filterable = true)]
    public EnforcementStatus EnforcementStatus { get; init; }

    /// <summary>The actions behind <see cref="EnforcementStatus"/>.</summary>
    [ProfileField("enforcement_actions", Since = ApiRevision.Current)]
    public IReadOnlyList<EnforcementAction> EnforcementActions
    {
        get;
        init => field = value ?? [];
    } = [];

    /// <summary>The customer's enrolment in programs; an empty one where it is not served.</summary>
    [ProfileField("programs", Since = ApiRevision.Current)]
    public Programs Programs
    {
        get;
        init => field = value ?? Programs.Empty;
    } = Programs.Empty;

    /// <summary>Members that this version does not know. Read only when a query keeps whole profiles or touches
    /// them.</summary>
    public AdditionalProperties AdditionalProperties
    {
        get => rare?.AdditionalProperties ?? AdditionalProperties.Empty;
        init => Rare(value is not { Count: > 0 })?.AdditionalProperties = value;
    }

    /// <summary>Returns true only for the same object.</summary>
    public bool Equals(UserProfile? other) => ReferenceEquals(this, other);

    /// <summary>The hash code of the object.</summary>
    public override int GetHashCode() => RuntimeHelpers.GetHashCode(this);

    /// <summary>The <see cref="Id"/>: nothing else of a customer gets into a log by accident.</summary>
    public override string ToString() => Id;

    /// <summary>Where to put the value of a rare field; null where it is the default, and is so already.</summary>
    private RareFields? Rare(bool isDefault) => isDefault && rare is null ? null : rare = RareFields.Of(this, rare);
}
