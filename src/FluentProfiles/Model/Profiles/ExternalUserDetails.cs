using System.Runtime.CompilerServices;
using System.Text.Json.Serialization;
using FluentProfiles.Json;
using FluentProfiles.Model.Profiles;

namespace FluentProfiles;

/// <summary>The details that the platform has sent to the service about its customer. Every member is null until it is
/// set.</summary>
/// <remarks>Immutable. <c>details with { Country = "DE" }</c> creates a modified copy. Two instances are equal only if
/// they are the same object.</remarks>
[JsonConverter(typeof(ProfileModelConverter))]
public sealed record ExternalUserDetails
{
    internal static ExternalUserDetails Empty { get; } = new();

    /// <summary>The state of the customer's account with the platform.</summary>
    [ProfileField("account_status", Writable = true)]
    public AccountStatus AccountStatus { get; init; }

    /// <summary>The country, as ISO 3166-1 alpha-2 (<c>US</c>), or null.</summary>
    [ProfileField("country", Writable = true, MinLength = 2, MaxLength = 2)]
    public string? Country { get; init; }

    /// <summary>A hash of the customer's e-mail address, 1 to 255 characters, or null.</summary>
    [ProfileField("email_hash", Writable = true, MinLength = 1, MaxLength = 255)]
    public string? EmailHash { get; init; }

    /// <summary>The kind of entity that the customer is.</summary>
    [ProfileField("entity_type", Writable = true)]
    public EntityType EntityType { get; init; }

    /// <summary>A hash of the customer's name, 1 to 255 characters, or null.</summary>
    [ProfileField("name_hash", Writable = true, MinLength = 1, MaxLength = 255)]
    public string? NameHash { get; init; }

    /// <summary>The time when the platform onboarded the customer, or null.</summary>
    [ProfileField("onboarded_at", Writable = true)]
    public DateTimeOffset? OnboardedAt { get; init; }

    /// <summary>The platform's own id for the customer, 1 to 255 characters, or null. It is not unique.</summary>
    [ProfileField("reference_id", Writable = true, MinLength = 1, MaxLength = 255)]
    public string? ReferenceId { get; init; }

    /// <summary>The members that this version of the library does not know.</summary>
    [NeverNull]
    public AdditionalProperties AdditionalProperties
    {
        get;
        init => field = value ?? AdditionalProperties.Empty;
    } = AdditionalProperties.Empty;

    /// <summary>Returns true only for the same object.</summary>
    public bool Equals(ExternalUserDetails? other) => ReferenceEquals(this, other);

    /// <summary>Returns the hash code of the object.</summary>
    public override int GetHashCode() => RuntimeHelpers.GetHashCode(this);

    /// <summary>Returns the name of the type, so that no customer data gets into a log by accident.</summary>
    public override string ToString() => nameof(ExternalUserDetails);
}
