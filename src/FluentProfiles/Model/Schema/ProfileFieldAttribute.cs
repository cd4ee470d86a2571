using System.ComponentModel;

namespace FluentProfiles;

/// <summary>States what is known of a field of a profile, on its property. The only source: the planner, the page
/// reader, the emulator and the analyzer read it from here.</summary>
[EditorBrowsable(EditorBrowsableState.Never)]
[AttributeUsage(AttributeTargets.Property)]
public sealed class ProfileFieldAttribute : Attribute
{
    /// <summary>Makes it. Public, since the compiler shows an analyzer no attribute whose constructor is not.</summary>
    public ProfileFieldAttribute(string jsonName) => JsonName = jsonName;

    /// <summary>The member's name in JSON; for a field that the service sorts by, also the value of <c>order_by</c>, and
    /// for one that it filters by, with <c>[]</c>, the name of the query parameter.</summary>
    public string JsonName { get; }

    /// <summary>The first revision that serves the field. Every revision by default.</summary>
    public ApiRevision Since { get; init; } = ApiRevision.V2026_03_24;

    /// <summary>The last revision that serves the field. <see cref="ApiRevision.Current"/> by default.</summary>
    public ApiRevision Until { get; init; } = ApiRevision.Current;

    /// <summary>Whether the service can sort by the field. False by default.</summary>
    public bool Sortable { get; init; }

    /// <summary>Whether the service can filter by the field, where it serves it. False by default.</summary>
    public bool Filterable { get; init; }

    /// <summary>Whether only a get of one profile reports the field, and a list never does. False by default.</summary>
    public bool OnlyByGet { get; init; }

    /// <summary>Whether a client may write the field, under the revisions that serve it. <see cref="NewProfile"/> and
    /// <see cref="ProfileChanges"/> have a member of the same name for each such field of a profile. False by default.</summary>
    public bool Writable { get; init; }

    /// <summary>Whether an update may take the value away again, by null. False by default.</summary>
    public bool Clearable { get; init; }

    /// <summary>The fewest characters (Unicode code points) of a text that is written; of metadata, of a key. 0 by
    /// default.</summary>
    public int MinLength { get; init; }

    /// <summary>The most characters (Unicode code points) of a text that is written; of metadata, of a value. 0, the default,
    /// for no limit of its own.</summary>
    public int MaxLength { get; init; }

    /// <summary>The most characters (Unicode code points) of a key of metadata. 0, the default, for what is no map.</summary>
    public int MaxKeyLength { get; init; }

    /// <summary>The most pairs of metadata. 0, the default, for what is no map.</summary>
    public int MaxPairs { get; init; }

    /// <summary>The member that replaces the field in later revisions, as a path from the profile
    /// (<c>ExternalUserDetails.ReferenceId</c>), or null where none does.</summary>
    public string? ReplacedBy { get; init; }

    /// <summary>Whether a revision serves the field.</summary>
    public bool IsServedBy(ApiRevision revision) => Since <= revision && revision <= Until;
}
