namespace FluentProfiles;

/// <summary>A row of the mirror: a profile as a list of the service reported it. Join it with your own tables in EF
/// Core: <c>db.Set&lt;MirroredProfile&gt;()</c>. To change a profile, use the client; the mirror owns its rows.</summary>
/// <remarks>Strings and enums that the service leaves out are null. So are members that the mirror was told not to store.
/// Compare enums with their constants: <c>p.EnforcementStatus == EnforcementStatus.Values.Banned</c>.</remarks>
public class MirroredProfile
{
    /// <summary>The key of the row in this database. It stays the same while the profile exists. Use <see cref="Id"/>
    /// where a reference has to survive a rebuild of the mirror.</summary>
    public long Key { get; init; }

    /// <summary>The address and workspace that the profile belongs to, as a number of this database.</summary>
    public int Scope { get; init; }

    /// <summary>The id that the service assigned, <c>uprof_…</c>. It is unique within a scope.</summary>
    public string Id { get; init; } = "";

    /// <summary>The time when the profile was created, to the microsecond.</summary>
    public DateTimeOffset CreatedAt { get; init; }

    /// <summary>The time when the profile was last changed, as the service reports it, to the microsecond. The service
    /// does not move it for every change.</summary>
    public DateTimeOffset UpdatedAt { get; init; }

    /// <summary>The customer's name, or null.</summary>
    public string? Name { get; init; }

    /// <summary>The name in the form that the service sorts by, or null: with the ASCII letters in lower case. It holds
    /// the first 512 characters and is stored as bytes, so that every database sorts it alike.</summary>
    public string? NameKey { get; init; }

    /// <summary>How the customer accesses Claude.</summary>
    public string? AccessType { get; init; }

    /// <summary>The state of the customer's account with the platform.</summary>
    public string? AccountStatus { get; init; }

    /// <summary>The country, as ISO 3166-1 alpha-2 (<c>US</c>).</summary>
    public string? Country { get; init; }

    /// <summary>A hash of the customer's e-mail address.</summary>
    public string? EmailHash { get; init; }

    /// <summary>The kind of entity that the customer is.</summary>
    public string? EntityType { get; init; }

    /// <summary>A hash of the customer's name.</summary>
    public string? NameHash { get; init; }

    /// <summary>The time when the platform onboarded the customer, to the microsecond.</summary>
    public DateTimeOffset? OnboardedAt { get; init; }

    /// <summary>The platform's own id for the customer. The service does not keep it unique.</summary>
    public string? ReferenceId { get; init; }

    /// <summary>What the service allows the customer to do.</summary>
    public string? EnforcementStatus { get; init; }

    /// <summary>The status of the customer in the cyber program, or null.</summary>
    public string? CyberStatus { get; init; }

    /// <summary>Gets a value that indicates whether the cyber program requires data retention; null where it has no
    /// requirements.</summary>
    public bool? CyberRequirementsDataRetention { get; init; }

    /// <summary>Gets a value that indicates whether the cyber program requires a review by a person; null where it has
    /// no requirements.</summary>
    public bool? CyberRequirementsHumanReview { get; init; }

    /// <summary>The profile as JSON in UTF-8, without the members that a list does not report and those that the mirror
    /// was told not to store.</summary>
    public byte[] Json { get; init; } = [];

    /// <summary>A hash of the stored members, to find changes.</summary>
    public byte[] Hash { get; init; } = [];

    /// <summary>The greatest <see cref="StoredAt"/> that the process knew when it sent the request whose response the row
    /// holds. The request was sent later.</summary>
    public DateTimeOffset RequestedAt { get; init; }

    /// <summary>The time when the row was stored, or confirmed by a write of your own, to the microsecond, by the clock
    /// of the database. It is later than the times of all rows that were stored before, even if that clock is set
    /// back.</summary>
    public DateTimeOffset StoredAt { get; init; }
}
