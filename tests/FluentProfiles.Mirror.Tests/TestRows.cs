using System.Text;
using System.Text.Json;
using FluentProfiles.Mirror.Storing;
using FluentProfiles.Mirror.Storing.Rows;

namespace FluentProfiles.Mirror.Tests;

/// <summary>Profiles as rows.</summary>
internal static class TestRows
{
    public static DateTimeOffset Requested { get; } = new(2026, 11, 29, 12, 0, 0, TimeSpan.Zero);

    /// <summary>When <see cref="JsonOf"/> says that a profile was created.</summary>
    public static DateTimeOffset Created { get; } = new(2026, 10, 31, 23, 54, 20, TimeSpan.Zero);

    /// <summary>The JSON of a profile.</summary>
    /// <param name="id">The id.</param>
    /// <param name="name">The name.</param>
    /// <param name="createdSeconds">When it was created: seconds after <see cref="Created"/>.</param>
    /// <param name="metadata">The metadata.</param>
    public static string JsonOf(
        string id,
        string? name = "Ada",
        int createdSeconds = 0,
        Dictionary<string, string>? metadata = null
    ) =>
        JsonSerializer.Serialize(
            new
            {
                id,
                type = "user_profile",
                created_at = Created.AddSeconds(createdSeconds),
                updated_at = Created.AddSeconds(createdSeconds),
                metadata = metadata ?? [],
                name,
                enforcement_status = "unrestricted",
            }
        );

    /// <summary>A row of JSON.</summary>
    /// <param name="json">The JSON.</param>
    public static ProfileRow Row(string json) =>
        new ProfileRowReader(StoredMembers.All).Read(Encoding.UTF8.GetBytes(json), Requested);

    /// <summary>Puts rows in one transaction, as readings that were requested after all that is stored.</summary>
    public static Task<WriteCounts> PutAsync(this MirrorStore store, params ProfileRow[] rows) =>
        store.WriteAsync(
            (writer, token) =>
            {
                var last = writer.Scope.LastMoment ?? default;
                return writer.PutAsync([.. rows.Select(row => row with { RequestedAt = last })], token);
            },
            default
        );

    /// <summary>Puts rows in one transaction, as readings that were requested when a moment was the last one.</summary>
    public static Task<WriteCounts> PutReadAtAsync(
        this MirrorStore store,
        DateTimeOffset moment,
        params ProfileRow[] rows
    ) =>
        store.WriteAsync(
            (writer, token) => writer.PutAsync([.. rows.Select(row => row with { RequestedAt = moment })], token),
            default
        );

    /// <summary>The last moment of the scope.</summary>
    public static async Task<DateTimeOffset> LastMomentAsync(this MirrorStore store) =>
        (await store.ReadScopeAsync(default)).LastMoment!.Value;

    /// <summary>The stored rows, newest first.</summary>
    public static Task<List<StoredRow>> AllAsync(this MirrorStore store) =>
        store.ReadAsync((reader, token) => reader.RangeAsync(new(), int.MaxValue, token), default);
}
