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
    /// <param name="seconds">When the reading was requested: seconds after <see cref="Requested"/>.</param>
    public static ProfileRow Row(string json, int seconds = 0) =>
        new ProfileRowReader(StoredMembers.All).Read(Encoding.UTF8.GetBytes(json), Requested.AddSeconds(seconds));

    /// <summary>Puts rows in one transaction.</summary>
    public static Task<WriteCounts> PutAsync(this MirrorStore store, params ProfileRow[] rows) =>
        store.WriteAsync((writer, token) => writer.PutAsync(rows, token), default);

    /// <summary>The stored rows, newest first.</summary>
    public static Task<List<StoredRow>> AllAsync(this MirrorStore store) =>
        store.ReadAsync((reader, token) => reader.RangeAsync(RowRange.All, int.MaxValue, token), default);
}
