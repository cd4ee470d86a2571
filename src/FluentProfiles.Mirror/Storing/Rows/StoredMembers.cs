using System.Security.Cryptography;
using System.Text;
using FluentProfiles.Mirror.Model.Columns;
using FluentProfiles.Model.Schema;

namespace FluentProfiles.Mirror.Storing.Rows;

/// <summary>Which members of a profile the mirror stores. Never those that only a GET reports.</summary>
/// <param name="LeftOut">Members that are not stored, although lists report them.</param>
/// <param name="LeftOutKeys">Metadata keys that are not stored.</param>
internal sealed record StoredMembers(FieldMask LeftOut, IReadOnlyList<string> LeftOutKeys)
{
    /// <summary>All that lists report.</summary>
    public static StoredMembers All { get; } = new(FieldMask.None, []);

    /// <summary>The members that no mirror works without.</summary>
    public static FieldMask Needed { get; } =
        ProfileSchema.Id.Mask
        | ProfileSchema.FieldOf(nameof(UserProfile.CreatedAt)).Mask
        | ProfileSchema.FieldOf(nameof(UserProfile.UpdatedAt)).Mask
        | ProfileSchema.FieldOf(nameof(UserProfile.Type)).Mask;

    /// <summary>The revision that the service is asked for. Rows lack the members that it does not serve.</summary>
    public ApiRevision Revision { get; init; } = ApiRevision.Current;

    /// <summary>The members that are not stored, by the paths of their JSON names.</summary>
    public IReadOnlyList<string> LeftOutNames { get; } = MemberPaths.NamesOf(LeftOut);

    /// <summary>Identifies what the rows hold: the columns, and what is left out of them.</summary>
    public string Shape { get; } =
        Convert.ToHexStringLower(
            SHA256.HashData(
                Encoding.UTF8.GetBytes(
                    string.Join(
                        '\n',
                        [
                            .. ProfileColumns.All.Select(column => column.Path),
                            "-",
                            .. MemberPaths.NamesOf(LeftOut),
                            "-",
                            .. LeftOutKeys.Order(StringComparer.Ordinal),
                        ]
                    )
                )
            )
        );

    /// <summary>True where a query that reads these members gets what the service has.</summary>
    public bool Has(FieldMask members) => !members.Overlaps(LeftOut | ProfileSchema.OnlyByGet);

    /// <summary>True where the pairs of a metadata key are stored.</summary>
    public bool HasKey(string key) => !LeftOutKeys.Contains(key);
}
