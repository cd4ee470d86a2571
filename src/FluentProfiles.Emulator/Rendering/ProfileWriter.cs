using System.Collections.Concurrent;
using System.Text.Json;

namespace FluentProfiles.Emulator.Rendering;

/// <summary>Writes profiles, and pages of them, in any view.</summary>
internal static class ProfileWriter
{
    private static readonly ConcurrentDictionary<ProfileView, ObjectWriter<UserProfile>> Writers = [];

    public static void Write(Utf8JsonWriter json, UserProfile profile, ProfileView view) =>
        For(view).Write(json, profile);

    public static void WritePage(
        Utf8JsonWriter json,
        IReadOnlyList<UserProfile> profiles,
        string? nextPage,
        ApiRevision revision
    )
    {
        var writer = For(new(revision, Whole: false));
        json.WriteStartObject();
        json.WriteStartArray("data");
        foreach (var profile in profiles)
            writer.Write(json, profile);
        json.WriteEndArray();
        json.WriteString("next_page", nextPage);
        json.WriteEndObject();
    }

    private static ObjectWriter<UserProfile> For(ProfileView view) =>
        Writers.GetOrAdd(view, static view => new ObjectWriter<UserProfile>(view));
}
