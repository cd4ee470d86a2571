namespace FluentProfiles;

/// <summary>A change of a profile in a mirror: <see cref="ProfileMirror.ChangesAsync"/>.</summary>
public sealed record ProfileChange
{
    /// <summary>The id of the profile.</summary>
    public required string ProfileId { get; init; }

    /// <summary>The kind of the change.</summary>
    public required MirrorChangeKind Kind { get; init; }

    /// <summary>The time at which the mirror noticed the change, in UTC, by the clock of the database. No change has an earlier
    /// time than one before it. The change itself is older: by up to the interval of the passes, unless a webhook or a write of your
    /// own brought it.</summary>
    public required DateTimeOffset At { get; init; }

    /// <summary>The members that differ, by the names that <see cref="FieldChange.Member"/> has: <c>Name</c>,
    /// <c>ExternalUserDetails.Country</c>, <c>Metadata["plan"]</c>. Empty unless <see cref="Kind"/> is
    /// <see cref="MirrorChangeKind.Changed"/>, and once the profile has been removed.</summary>
    public IReadOnlyList<string> Fields { get; init; } = [];

    /// <summary>The profile before a change. Null unless <see cref="ProfileMirrorOptions.KeepChangeValues"/> was set when the
    /// mirror wrote the change, once the profile has been removed, and once <see cref="ProfileMirrorOptions.Store"/> has
    /// chosen other members.</summary>
    public UserProfile? Before { get; init; }

    /// <summary>The profile after it was created or changed. Null unless
    /// <see cref="ProfileMirrorOptions.KeepChangeValues"/> was set when the mirror wrote the change, once the profile has been
    /// removed, and once <see cref="ProfileMirrorOptions.Store"/> has chosen other members.</summary>
    public UserProfile? After { get; init; }

    /// <summary>The position behind this change, for <see cref="ProfileMirror.ChangesAsync"/>. Save it after you have
    /// processed the change. It is a URL-safe string of about 60 characters, and contains no personal data.</summary>
    public required string Token { get; init; }
}
