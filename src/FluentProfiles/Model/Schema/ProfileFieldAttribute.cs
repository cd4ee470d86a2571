using System.ComponentModel;

namespace FluentProfiles;

/// <summary>Describes a field of a profile on its property. The planner, the page reader, the emulator and the
/// analyzers read these facts from the attribute, and nowhere else.</summary>
[EditorBrowsable(EditorBrowsableState.Never)]
[AttributeUsage(AttributeTargets.Property)]
public sealed class ProfileFieldAttribute : Attribute
{
    /// <summary>Creates the attribute. The constructor is public because the compiler hides attributes with non-public
    /// constructors from analyzers.</summary>
    public ProfileFieldAttribute(string jsonName) => JsonName = jsonName;

    /// <summary>The member's name in JSON. If the service can sort by the field, this is also the value of
    /// <c>order_by</c>. If the service can filter by it, this name followed by <c>[]</c> is the query
    /// parameter.</summary>
    public string JsonName { get; }

    /// <summary>The first revision that has the field. The oldest revision by default.</summary>
    public ApiRevision Since { get; init; } = ApiRevision.V2026_03_24;

    /// <summary>The last revision that has the field. <see cref="ApiRevision.Current"/> by default.</summary>
    public ApiRevision Until { get; init; } = ApiRevision.Current;

    /// <summary>True when the service can sort by the field. False by default.</summary>
    public bool Sortable { get; init; }

    /// <summary>True when the service can filter by the field, in revisions that have it. False by default.</summary>
    public bool Filterable { get; init; }

    /// <summary>True when only a get of one profile returns the field, and a list never does. False by
    /// default.</summary>
    public bool OnlyByGet { get; init; }

    /// <summary>True when a client can write the field, in revisions that have it. <see cref="NewProfile"/> and
    /// <see cref="ProfileChanges"/> have a member of the same name for each writable field of a profile. False by
    /// default.</summary>
    public bool Writable { get; init; }

    /// <summary>True when an update can clear the field with null. False by default.</summary>
    public bool Clearable { get; init; }

    /// <summary>The minimum length of a written string, in characters (Unicode code points). For metadata, the minimum
    /// length of a key. 0 by default.</summary>
    public int MinLength { get; init; }

    /// <summary>The maximum length of a written string, in characters (Unicode code points). For metadata, the maximum
    /// length of a value. 0 (the default) for no limit.</summary>
    public int MaxLength { get; init; }

    /// <summary>The maximum length of a metadata key, in characters (Unicode code points). 0 (the default) for fields
    /// other than maps.</summary>
    public int MaxKeyLength { get; init; }

    /// <summary>The maximum number of metadata pairs. 0 (the default) for fields other than maps.</summary>
    public int MaxPairs { get; init; }

    /// <summary>The path of the member that replaces the field in later revisions
    /// (<c>ExternalUserDetails.ReferenceId</c>), or null if there is none.</summary>
    public string? ReplacedBy { get; init; }

    /// <summary>Returns true if a revision has the field.</summary>
    public bool IsServedBy(ApiRevision revision) => Since <= revision && revision <= Until;
}
