using FluentProfiles.Mirror.Storing.Gaps;
using FluentProfiles.Mirror.Storing.Rows;
using FluentProfiles.Model.Schema;
using FluentProfiles.Sources;
using FluentProfiles.Sources.Conditions;

namespace FluentProfiles.Mirror.Querying;

/// <summary>Rejects queries that name members that the mirror was told not to store, or that rows may lack: they would be null for every
/// profile, or for some.</summary>
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
        if (RequestMembers.PathOf(leaf) is { } path)
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
        var needed = RequestMembers.Of(request);
        if (needed.Fields.Overlaps(members.LeftOut))
            throw NotStored(MemberPaths.NamesOf(needed.Fields & members.LeftOut)[0]);
        if (needed.Keys.FirstOrDefault(key => !members.HasKey(key)) is { } missing)
            throw NotStoredKey(missing);
    }

    /// <summary>Checks the same for members that rows may lack.</summary>
    /// <exception cref="MirrorNotReadyException">Rows may lack a member or a key.</exception>
    public static void ThrowIfMissing(ListRequest request, MissingMembers missing)
    {
        if (missing.IsEmpty)
            return;
        var needed = RequestMembers.Of(request);
        if (needed.Fields.Overlaps(missing.Fields))
            throw NotYetStored(MemberPaths.NamesOf(needed.Fields & missing.Fields)[0]);
        if (needed.Keys.FirstOrDefault(missing.Keys.Contains) is { } key)
            throw NotYetStored($"the metadata key {ConditionText.Of(key)}");
    }

    private static UnsupportedQueryException NotStoredKey(string key) =>
        NotStored($"the metadata key {ConditionText.Of(key)}");

    private static UnsupportedQueryException NotStored(string member) =>
        new(
            $"The query needs {member}, which the mirror was told not to store. Remove it from the query, query the client instead, or "
                + "store it: change what the mirror stores, and the next full pass fills it in."
        );

    private static MirrorNotReadyException NotYetStored(string member) =>
        new(
            $"The query needs {member}, which stored profiles may lack: a process wrote them that does not store it, or whose user-profiles beta does not serve it. The next complete full pass fills it in. "
                + "Call mirror.RefreshAsync(), wait for the refresher, query the client instead, or write AllowPartial() to query what is stored."
        );
}
