using System.Text.Json;
using FluentProfiles.Emulator.Protocol;
using FluentProfiles.Emulator.Writes;

namespace FluentProfiles.Emulator.Controls;

/// <summary>The body of an update of data controls, read and checked. A control that is null stays as it is.</summary>
internal sealed record ControlsBody(ControlUpdate<string>? Cmek, ControlUpdate<Bucket>? Storage)
{
    public static ControlsBody Read(string text)
    {
        var body = BodyReader.ObjectOf(text);
        BodyReader.ThrowIfUnknown(body, "", "cmek", "storage");
        var cmek = Control(body, "cmek", "external_key_ids", isNullable: true, Key);
        var storage = Control(body, "storage", "buckets", isNullable: false, BucketOf);
        return cmek is null && storage is null
            ? throw ServiceError.Invalid("The body must have `cmek`, `storage` or both.")
            : new(cmek, storage);
    }

    private static ControlUpdate<T>? Control<T>(
        JsonElement body,
        string path,
        string map,
        bool isNullable,
        Func<JsonElement, string, T> read
    )
        where T : class
    {
        if (!body.TryGetProperty(path, out var control))
            return null;
        var isEnabled = TypeOf(control, path) == "enabled";
        BodyReader.ThrowIfUnknown(control, $"{path}.", isEnabled ? ["type", map] : ["type"]);
        var hasRegions = control.TryGetProperty(map, out var regions);
        if (!hasRegions || isNullable && regions.ValueKind == JsonValueKind.Null)
            return new(path, isEnabled, []);
        if (regions.ValueKind != JsonValueKind.Object)
            throw ServiceError.Invalid($"{path}.{map}: must be an object");
        return new(path, isEnabled, [.. regions.EnumerateObject().Select(each => Region($"{path}.{map}", each, read))]);
    }

    private static KeyValuePair<string, T?> Region<T>(
        string path,
        JsonProperty region,
        Func<JsonElement, string, T> read
    )
        where T : class
    {
        path = $"{path}.{region.Name}";
        if (!ControlRegions.All.Contains(region.Name))
            throw ServiceError.Invalid($"{path}: no region that is offered", "region_not_supported");
        return new(region.Name, region.Value.ValueKind == JsonValueKind.Null ? null : read(region.Value, path));
    }

    private static string TypeOf(JsonElement control, string path)
    {
        if (control.ValueKind != JsonValueKind.Object)
            throw ServiceError.Invalid($"{path}: must be an object");
        var type =
            control.TryGetProperty("type", out var value) && value.ValueKind == JsonValueKind.String
                ? value.GetString()
                : null;
        return type is "enabled" or "disabled"
            ? type
            : throw ServiceError.Invalid($"{path}.type: must be `enabled` or `disabled`");
    }

    private static string Key(JsonElement value, string path)
    {
        var id = BodyReader.Text(value, path, 1, 255);
        return id.StartsWith("ekey_", StringComparison.Ordinal)
            ? id
            : throw ServiceError.Invalid($"{path}: there is no such external key", "external_key_not_found");
    }

    private static Bucket BucketOf(JsonElement value, string path)
    {
        if (value.ValueKind != JsonValueKind.Object)
            throw ServiceError.Invalid($"{path}: must be an object or null");
        BodyReader.ThrowIfUnknown(value, $"{path}.", "bucket_name", "project_number");
        var name = Required(value, path, "bucket_name", 3, 222);
        var number = Required(value, path, "project_number", 1, 20);
        return number.All(char.IsAsciiDigit)
            ? new(name, number)
            : throw ServiceError.Invalid($"{path}.project_number: must be a number in decimal");
    }

    private static string Required(JsonElement value, string path, string name, int min, int max) =>
        value.TryGetProperty(name, out var member)
            ? BodyReader.Text(member, $"{path}.{name}", min, max)
            : throw ServiceError.Invalid($"{path}.{name}: required");
}
