using FluentProfiles.Mirror.Storing.Rows;
using FluentProfiles.Model.Schema;
using FluentProfiles.Sources;
using FluentProfiles.Sources.Conditions;

namespace FluentProfiles.Mirror.Querying;

/// <summary>Rejects queries that name members that the mirror was told not to store: they would be null for every
/// profile.</summary>
/// <param name="members">What is stored.</param>
internal sealed class MemberCheck(StoredMembers members)
{
    /// <exception cref="UnsupportedQueryException">The member is not stored.</exception>
    public void ThrowIfLeftOut(FieldPath path)
    {
        if (path.Fields.Any(field => members.LeftOut.Overlaps(field.Mask)))
            throw NotStored(path.Name);
    }

    /// <exception cref="UnsupportedQueryException">A member of the condition is not stored.</exception>
    public void ThrowIfLeftOut(FilterNode leaf)
    {
        if (leaf is HasPair { Key: var key } && !members.HasKey(key))
            throw NotStoredKey(key);
        if (PathOf(leaf) is { } path)
            ThrowIfLeftOut(path);
    }

    /// <summary>Checks what a run reads and names of each profile. One that returns whole profiles returns them without the
    /// members.</summary>
    /// <exception cref="UnsupportedQueryException">A member or a key is not stored.</exception>
    public void ThrowIfLeftOut(ListRequest request)
    {
        // The rest is for a mirror that leaves something out.
        if (members.LeftOut == FieldMask.None && members.LeftOutKeys.Count == 0)
            return;
        var named = request.Named();
        var fields = request.Fields == FieldMask.All ? named.Fields : request.Fields | named.Fields;
        if (fields.Overlaps(members.LeftOut))
            throw NotStored(FieldNames.Of(fields & members.LeftOut)[0]);
        if (named.Keys.FirstOrDefault(key => !members.HasKey(key)) is { } missing)
            throw NotStoredKey(missing);
    }

    private static FieldPath? PathOf(FilterNode leaf) =>
        leaf switch
        {
            In { Path: var path } => path,
            IsNull { Path: var path } => path,
            TimeRange { Path: var path } => path,
            HasPair => new([ProfileSchema.FieldOf(nameof(UserProfile.Metadata))]),
            _ => null,
        };

    private static UnsupportedQueryException NotStoredKey(string key) =>
        NotStored($"the metadata key {ConditionText.Of(key)}");

    private static UnsupportedQueryException NotStored(string member) =>
        new(
            $"The query needs {member}, which the mirror was told not to store. Remove it from the query, query the client instead, or "
                + "store it: change what the mirror stores, and the next full pass fills it in."
        );
}
