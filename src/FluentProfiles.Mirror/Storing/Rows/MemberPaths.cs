using FluentProfiles.Model.Schema;

namespace FluentProfiles.Mirror.Storing.Rows;

/// <summary>The names of members that are given without the parts around them.</summary>
internal static class MemberPaths
{
    /// <summary>The paths of JSON names. A part of which all members are given is named itself.</summary>
    public static IReadOnlyList<string> NamesOf(FieldMask members) =>
        FieldNames.Of(
            ProfileSchema
                .Paths.Where(path => members.Overlaps(path.Last.Mask))
                .SelectMany(path => path.Fields)
                .Aggregate(members, (mask, field) => mask | field.Mask)
        );
}
