using System.Text.Json;

namespace Probe.Wire;

/// <summary>A profile as one answer shows it.</summary>
internal sealed record Sight(JsonElement Json)
{
    public string Id => Text("id") ?? "";

    public string? Name => Text("name");

    public string? Status => Text("enforcement_status");

    public DateTimeOffset CreatedAt => Time("created_at");

    public DateTimeOffset UpdatedAt => Time("updated_at");

    public Dictionary<string, string> Metadata =>
        Json.TryGetProperty("metadata", out var metadata) && metadata.ValueKind == JsonValueKind.Object
            ? metadata.EnumerateObject().ToDictionary(pair => pair.Name, pair => pair.Value.ToString())
            : [];

    public string? Text(string member) =>
        Json.TryGetProperty(member, out var value) && value.ValueKind == JsonValueKind.String
            ? value.GetString()
            : null;

    /// <exception cref="UncheckedException">The member is no timestamp.</exception>
    private DateTimeOffset Time(string member) =>
        Json.TryGetProperty(member, out var value)
        && value.ValueKind == JsonValueKind.String
        && value.TryGetDateTimeOffset(out var time)
            ? time
            : throw new UncheckedException($"{member} is no timestamp");
}
