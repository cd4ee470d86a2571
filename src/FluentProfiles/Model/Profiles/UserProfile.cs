using System.Runtime.CompilerServices;
using System.Text.Json.Serialization;
using FluentProfiles.Json;
using FluentProfiles.Model.Profiles;
using FluentProfiles.Model.Schema;

namespace FluentProfiles;

/// <summary>A user profile: the data that the service stores about one end customer of the platform.</summary>
/// <remarks>
/// <para>The <see cref="ProfileFieldAttribute"/> of each property states which revisions of the API have the field. In
/// other revisions, the property is null, empty or the default value. Maps, lists, <see cref="ExternalUserDetails"/>
/// and <see cref="Programs"/> are never null.</para>
/// <para>Immutable and thread-safe. <c>profile with { Name = "Ada" }</c> creates a modified copy. Two profiles are
/// equal only if they are the same object. To compare profiles, use their <see cref="Id"/>, or
/// <see cref="UserProfileComparer.Content"/> for their content.</para>
/// </remarks>
[JsonConverter(typeof(ProfileModelConverter))]
public sealed partial record UserProfile
{
    // Kept apart, for hardly any profile has one of them: lists of profiles are a third smaller.
    private RareFields? rare;

    /// <summary>The id that the service assigned, <c>uprof_…</c>.</summary>
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

    /// <summary>The time when the profile was created, to the microsecond. A list is sorted by it by default.</summary>
    [ProfileField("created_at", Sortable = true)]
    public DateTimeOffset CreatedAt { get; init; }

    /// <summary>The time when the profile was last changed.</summary>
    [ProfileField("updated_at")]
    public DateTimeOffset UpdatedAt { get; init; }

    /// <summary>The platform's own metadata pairs: at most 16, with keys of up to 64 characters and non-empty values of
    /// up to 512 characters. The indexer returns null for a missing key.</summary>
    [ProfileField(
        "metadata",
        Writable = true,
        MinLength = 1,
        MaxLength = MetadataLimits.LongestValue,
        MaxKeyLength = MetadataLimits.LongestKey,
        MaxPairs = 16
    )]
    [NeverNull]
    public ProfileMap<string> Metadata
    {
        get;
        init => field = value ?? ProfileMap<string>.Empty;
    } = ProfileMap<string>.Empty;

    /// <summary>The customer's name, up to 255 characters, or null. The service's sort by name ignores the case of
    /// ASCII letters and puts nulls last in both directions.</summary>
    [ProfileField("name", Sortable = true, Writable = true, Clearable = true, MaxLength = 255)]
    public string? Name { get; init; }

    /// <summary>The grants by name. The indexer returns null for a missing name. Replaced by <see cref="Programs"/>,
    /// whose fields do not correspond one to one.</summary>
    [ProfileField("trust_grants", Until = ApiRevision.V2026_09_04, ReplacedBy = "Programs")]
    [NeverNull]
    public ProfileMap<TrustGrant> TrustGrants
    {
        get => rare?.TrustGrants ?? ProfileMap<TrustGrant>.Empty;
        init => Rare(value is not { Count: > 0 })?.TrustGrants = value;
    }

    /// <summary>The platform's own id for the customer, or null.</summary>
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

    /// <summary>The platform's relationship to the customer. In <see cref="AccessType"/>, <c>resold</c> became
    /// <c>passthrough</c>, and the other values became <c>application</c>.</summary>
    [ProfileField("relationship", Until = ApiRevision.V2026_03_24, ReplacedBy = "AccessType", Writable = true)]
    public Relationship Relationship
    {
        get => rare?.Relationship ?? default;
        init => Rare(value == default)?.Relationship = value;
    }

    /// <summary>How the customer accesses Claude.</summary>
    [ProfileField("access_type", Since = ApiRevision.V2026_08_18, Writable = true)]
    public AccessType AccessType { get; init; }

    /// <summary>The time when the platform onboarded the customer, or null.</summary>
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

    /// <summary>The details that the platform has sent about the customer. Empty in revisions without this
    /// field.</summary>
    [ProfileField("external_user_details", Since = ApiRevision.V2026_09_04, Writable = true)]
    [NeverNull]
    public ExternalUserDetails ExternalUserDetails
    {
        get;
        init => field = value ?? ExternalUserDetails.Empty;
    } = ExternalUserDetails.Empty;

    /// <summary>What the service currently allows the customer to do. This is the only field that the service can
    /// filter by.</summary>
    [ProfileField("enforcement_status", Since = ApiRevision.Current, Filterable = true)]
    public EnforcementStatus EnforcementStatus { get; init; }

    /// <summary>The actions behind <see cref="EnforcementStatus"/>.</summary>
    [ProfileField("enforcement_actions", Since = ApiRevision.Current)]
    [NeverNull]
    public IReadOnlyList<EnforcementAction> EnforcementActions
    {
        get;
        init => field = value ?? [];
    } = [];

    /// <summary>The customer's enrollment in programs. Empty in revisions without this field.</summary>
    [ProfileField("programs", Since = ApiRevision.Current)]
    [NeverNull]
    public Programs Programs
    {
        get;
        init => field = value ?? Programs.Empty;
    } = Programs.Empty;

    /// <summary>The members that this version of the library does not know. They are read only when a query keeps whole
    /// profiles or uses this property.</summary>
    [NeverNull]
    public AdditionalProperties AdditionalProperties
    {
        get => rare?.AdditionalProperties ?? AdditionalProperties.Empty;
        init => Rare(value is not { Count: > 0 })?.AdditionalProperties = value;
    }

    /// <summary>Returns true only for the same object.</summary>
    public bool Equals(UserProfile? other) => ReferenceEquals(this, other);

    /// <summary>Returns the hash code of the object.</summary>
    public override int GetHashCode() => RuntimeHelpers.GetHashCode(this);

    /// <summary>Returns the <see cref="Id"/>, so that no other customer data gets into a log by accident.</summary>
    public override string ToString() => Id;

    /// <summary>Where to put the value of a rare field; null where it is the default, and is so already.</summary>
    private RareFields? Rare(bool isDefault) => isDefault && rare is null ? null : rare = RareFields.Of(this, rare);
}
