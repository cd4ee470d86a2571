namespace FluentProfiles.Tests.Writing.Sync;

/// <summary>What a sync must leave, computed the simple way.</summary>
internal static class SyncModel
{
    /// <summary>The profiles in the end, as texts in order.</summary>
    public static IEnumerable<string> After(
        IReadOnlyList<UserProfile> profiles,
        IReadOnlyList<Customer> rows,
        SyncOptions options
    )
    {
        var rowsByKey = rows.ToLookup(row => row.Reference);
        var profilesByKey = profiles.ToLookup(profile => profile.ExternalUserDetails.ReferenceId);
        List<string> left = [];
        foreach (var group in profilesByKey)
        {
            var isAlone = !string.IsNullOrWhiteSpace(group.Key) && group.Count() == 1;
            var row = isAlone && rowsByKey[group.Key].Count() == 1 ? rowsByKey[group.Key].Single() : null;
            foreach (var profile in group)
            {
                if (isAlone && !rowsByKey[group.Key].Any() && options.AllowDeletes && profile.Metadata["sync"] == "crm")
                    continue;
                left.Add(
                    row is null
                        ? Text(profile)
                        : Text(
                            group.Key,
                            row.Name ?? profile.Name,
                            row.Plan ?? profile.Metadata["plan"],
                            profile.Metadata["sync"] ?? (options.AdoptExisting ? "crm" : null)
                        )
                );
            }
        }
        left.AddRange(
            rowsByKey
                .Where(group =>
                    !string.IsNullOrWhiteSpace(group.Key) && group.Count() == 1 && !profilesByKey[group.Key].Any()
                )
                .Select(group =>
                    Text(
                        group.Key,
                        group.Single().Name,
                        group.Single().Plan,
                        options.OwnershipKey is null ? null : "crm"
                    )
                )
        );
        return left.Order(StringComparer.Ordinal);
    }

    public static string Text(UserProfile profile) =>
        Text(profile.ExternalUserDetails.ReferenceId, profile.Name, profile.Metadata["plan"], profile.Metadata["sync"]);

    private static string Text(string? key, string? name, string? plan, string? mark) =>
        $"{key ?? "-"} {name ?? "-"} {plan ?? "-"} {mark ?? "-"}";
}
