using FluentProfiles.Mirror.Model.Columns;
using FluentProfiles.Mirror.Storing.Commands;

namespace FluentProfiles.Mirror.Querying.Sql;

/// <summary>The tables and columns that queries read, by the names that the application's model gives them.</summary>
internal sealed class QueryColumns
{
    private readonly Dictionary<string, MirrorColumn> members;

    public QueryColumns(MirrorTables tables)
    {
        var (profiles, metadata) = (tables.Profiles, tables.Metadata);
        (Profiles, Metadata) = (profiles.Name, metadata.Name);
        Key = profiles[nameof(MirroredProfile.Key)].Name;
        Scope = profiles[nameof(MirroredProfile.Scope)].Name;
        Id = profiles[nameof(MirroredProfile.Id)].Name;
        CreatedAt = profiles[nameof(MirroredProfile.CreatedAt)].Name;
        Json = profiles[nameof(MirroredProfile.Json)].Name;
        NameKey = profiles[nameof(MirroredProfile.NameKey)];
        PairProfile = metadata[nameof(MirroredMetadata.Profile)].Name;
        PairScope = metadata[nameof(MirroredMetadata.Scope)].Name;
        PairKey = metadata[nameof(MirroredMetadata.Key)];
        PairValue = metadata[nameof(MirroredMetadata.Value)];
        PairCreatedAt = metadata[nameof(MirroredMetadata.CreatedAt)].Name;
        // The application may have indexes of its own.
        Indexes = [.. profiles.Indexes.Where(index => index.Count > 1 && index[0].Name == Scope)];
        members = ProfileColumns.All.ToDictionary(column => column.Path, column => profiles[column.Name]);
    }

    /// <summary>The table of the profiles.</summary>
    public string Profiles { get; }

    /// <summary>The table of the metadata.</summary>
    public string Metadata { get; }

    public string Key { get; }

    public string Scope { get; }

    public string Id { get; }

    public string CreatedAt { get; }

    public string Json { get; }

    /// <summary>The bytes that the name is sorted by.</summary>
    public MirrorColumn NameKey { get; }

    public string PairProfile { get; }

    public string PairScope { get; }

    public MirrorColumn PairKey { get; }

    public MirrorColumn PairValue { get; }

    public string PairCreatedAt { get; }

    /// <summary>The columns of each index of the profiles of a scope: the scope first, and at least one other.</summary>
    public IReadOnlyList<IReadOnlyList<MirrorColumn>> Indexes { get; }

    /// <summary>The column of a member; null if it has none.</summary>
    /// <param name="path">The JSON names, with dots.</param>
    public MirrorColumn? ColumnOf(string path) => members.GetValueOrDefault(path);
}
