namespace FluentProfiles;

/// <summary>A metadata pair of a mirrored profile.</summary>
public class MirroredMetadata
{
    /// <summary>The <see cref="MirroredProfile.Key"/> of the profile.</summary>
    public long Profile { get; init; }

    /// <summary>The key of the pair, up to 64 characters. A profile has each key once.</summary>
    public string Key { get; init; } = "";

    /// <summary>The value, up to 512 characters.</summary>
    public string Value { get; init; } = "";

    /// <summary>The <see cref="MirroredProfile.Scope"/> of the profile.</summary>
    public int Scope { get; init; }

    /// <summary>The <see cref="MirroredProfile.CreatedAt"/> of the profile, for queries that return the newest profiles
    /// of a pair.</summary>
    public DateTimeOffset CreatedAt { get; init; }
}
