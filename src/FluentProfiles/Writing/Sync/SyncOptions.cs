using FluentProfiles.Model.Profiles;
using FluentProfiles.Model.Schema;
using FluentProfiles.Writing.Single;

namespace FluentProfiles;

/// <summary>The options of a sync: how it compares rows with profiles, and how it writes. They are read when the call
/// starts.</summary>
public sealed class SyncOptions : SyncApplyOptions
{
    /// <summary>The metadata key of the ownership mark, 1 to 64 characters. Each profile that the sync creates gets a
    /// metadata pair of this key and <see cref="OwnershipValue"/>, which identifies the profile as owned by the sync.
    /// The map must not set this key. Null (the default) for no mark.</summary>
    /// <exception cref="ArgumentException">The key is empty or too long.</exception>
    [TextRange(MaxLength = MetadataLimits.LongestKey)]
    public string? OwnershipKey
    {
        get;
        set
        {
            if (value is not null)
                Limits.CheckKey(value, nameof(OwnershipKey));
            field = value;
        }
    }

    /// <summary>The value of the ownership mark, 1 to 512 characters. If several syncs use the same key, give each its
    /// own value. <c>sync</c> by default.</summary>
    /// <exception cref="ArgumentException">The value is null, empty or too long.</exception>
    [TextRange(MaxLength = MetadataLimits.LongestValue)]
    public string OwnershipValue
    {
        get;
        set
        {
            ArgumentException.ThrowIfNullOrEmpty(value, nameof(OwnershipValue));
            Limits.CheckMetadata([new("mark", value)], nameof(OwnershipValue));
            field = value;
        }
    } = "sync";

    /// <summary>True to mark existing profiles that have a row but no mark as well. A missing mark counts as a
    /// difference. The mark of another sync is kept. Once marked, a profile can be deleted when its row no longer
    /// exists. False by default: the sync owns only the profiles that it created.</summary>
    public bool AdoptExisting { get; set; }

    /// <summary>True to delete profiles without a row. Only profiles with the ownership mark are deleted, so
    /// <see cref="OwnershipKey"/> is required. False by default.</summary>
    public bool AllowDeletes { get; set; }

    /// <summary>True to accept a source without any row that has a key. False by default, because an empty source
    /// usually indicates a failure.</summary>
    public bool AllowEmptyRows { get; set; }

    /// <summary>True to end the sync before anything is written when several rows or several profiles share a key.
    /// False by default: such rows and profiles are reported and left unchanged.</summary>
    public bool StopOnDuplicates { get; set; }
}
