using System.Text.Json;
using FluentProfiles.Mirror.Storing;
using FluentProfiles.Mirror.Storing.Rows;

namespace FluentProfiles.Mirror.Tests.Querying;

/// <summary>Puts profiles into a mirror without a service.</summary>
internal static class StoredProfiles
{
    /// <summary>Stores profiles.</summary>
    /// <returns>The profiles as the mirror reads them from their JSON.</returns>
    public static Task<UserProfile[]> PutAsync(this MirrorStore store, params IEnumerable<UserProfile> profiles) =>
        store.PutAsync(profiles.Select(profile => JsonSerializer.SerializeToUtf8Bytes(profile)));

    /// <summary>Stores profiles as the service would send them.</summary>
    public static async Task<UserProfile[]> PutAsync(this MirrorStore store, IEnumerable<byte[]> json)
    {
        ProfileRow[] rows = [.. json.Select(one => store.Rows.Read(one, TestRows.Requested))];
        await TestRows.PutAsync(store, rows);
        return [.. rows.Select(row => row.Profile)];
    }

    /// <summary>Notes that a full pass has ended.</summary>
    /// <param name="store">The store.</param>
    /// <param name="asOf">When the pass began.</param>
    public static Task CompleteAsync(this MirrorStore store, DateTimeOffset asOf) =>
        store.WriteAsync(
            (writer, _) =>
            {
                writer.Scope.AsOf = asOf;
                writer.Gaps.BeginPass();
                writer.Gaps.CompletePass();
                writer.SaveScope();
                return Task.FromResult(true);
            },
            default
        );
}
