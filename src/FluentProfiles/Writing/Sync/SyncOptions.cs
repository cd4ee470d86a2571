using FluentProfiles.Model.Schema;
using FluentProfiles.Writing.Single;

namespace FluentProfiles;

/// <summary>How a sync compares rows with profiles, and how it writes. Read when the call is made.</summary>
public sealed class SyncOptions : SyncApplyOptions
{
    /// <summary>The key of the metadata by which the sync knows the profiles that it owns, 1 to 64 characters: each profile that it
    /// creates gets the pair of this key and <see cref="OwnershipValue"/>. The map leaves the key out. Null (the default) for no
    /// mark.</summary>
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

    /// <summary>The value of the mark, 1 to 512 characters. Give each of several syncs with one key a value of its own.
    /// <c>sync</c> by default.</summary>
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

    /// <summary>Whether the sync also marks profiles that have a row and no mark, which counts as a difference. The mark of
    /// another sync stays. From then on they
    /// are deleted when their row is gone. False by default: the sync owns only what it has created.</summary>
    public bool AdoptExisting { get; set; }

    /// <summary>Whether profiles without a row are deleted. Only those that carry the mark are, so
    /// <see cref="OwnershipKey"/> is required. False by default.</summary>
    public bool AllowDeletes { get; set; }

    /// <summary>Whether a source without any row that has a key is accepted. False by default, since it is usually a source that
    /// failed.</summary>
    public bool AllowEmptyRows { get; set; }

    /// <summary>Whether a key that several rows or several profiles have ends the sync before anything is written. False by
    /// default: such rows and profiles are reported and left as they are.</summary>
    public bool StopOnDuplicates { get; set; }
}
