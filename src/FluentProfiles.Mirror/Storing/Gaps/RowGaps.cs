using FluentProfiles.Mirror.Storing.Rows;
using FluentProfiles.Model.Schema;

namespace FluentProfiles.Mirror.Storing.Gaps;

/// <summary>What rows may lack: a process that has written some of them did not store it, or asked for a revision that does not serve
/// it.</summary>
/// <param name="Members">The members that were not stored, by the paths of their JSON names.</param>
/// <param name="Keys">The metadata keys that were not stored.</param>
/// <param name="Revisions">The revisions that the processes asked for.</param>
internal sealed record RowGaps(
    IReadOnlyList<string> Members,
    IReadOnlyList<string> Keys,
    IReadOnlyList<ApiRevision> Revisions
)
{
    /// <summary>What the rows lack that a process writes.</summary>
    public static RowGaps Of(StoredMembers stored) => new(stored.LeftOutNames, stored.LeftOutKeys, [stored.Revision]);

    /// <summary>What they may lack when another process has written some of them.</summary>
    public RowGaps With(RowGaps other) =>
        new(
            [.. Members.Union(other.Members).Order(StringComparer.Ordinal)],
            [.. Keys.Union(other.Keys).Order(StringComparer.Ordinal)],
            [.. Revisions.Union(other.Revisions).Order()]
        );

    /// <summary>True where no row lacks a member.</summary>
    public bool Have(FieldPath path) =>
        path.Fields.All(field => Revisions.All(field.Facts!.IsServedBy))
        && !Members.Any(member => path.Name == member || path.Name.StartsWith($"{member}.", StringComparison.Ordinal));
}
