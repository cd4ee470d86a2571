using FluentProfiles.Writing.Bulk.Setters;

namespace FluentProfiles.Writing.Sync.Planning;

/// <summary>The rules of a sync: its options, copied and checked when the call is made.</summary>
internal sealed class SyncRules
{
    /// <param name="key">The member of a profile that holds the key.</param>
    /// <param name="options">The options.</param>
    /// <exception cref="ArgumentException">Two options contradict each other.</exception>
    public SyncRules(WriteTarget key, SyncOptions options)
    {
        Key = key;
        Mark = options.OwnershipKey is { } mark ? new(mark, options.OwnershipValue) : null;
        (AdoptExisting, AllowDeletes) = (options.AdoptExisting, options.AllowDeletes);
        (AllowEmptyRows, StopOnDuplicates) = (options.AllowEmptyRows, options.StopOnDuplicates);
        if (Mark is null && (AllowDeletes || AdoptExisting))
            throw new ArgumentException(
                $"{(AllowDeletes ? nameof(options.AllowDeletes) : nameof(options.AdoptExisting))} needs {nameof(options.OwnershipKey)}, the key of the metadata that marks the profiles of the sync. Set it.",
                nameof(options)
            );
        if (Mark is not null && Mark.Key == key.Key)
            throw new ArgumentException(
                $"{nameof(options.OwnershipKey)} and the key of the rows are the same pair of metadata, {key.Member}. Choose another {nameof(options.OwnershipKey)}.",
                nameof(options)
            );
    }

    public WriteTarget Key { get; }

    /// <summary>The pair of metadata that marks the profiles of the sync; null for none.</summary>
    public SyncMark? Mark { get; }

    public bool AdoptExisting { get; }

    public bool AllowDeletes { get; }

    public bool AllowEmptyRows { get; }

    public bool StopOnDuplicates { get; }
}
