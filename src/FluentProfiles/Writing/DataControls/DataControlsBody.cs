using System.Buffers;
using System.Text.Json;

namespace FluentProfiles.Writing;

/// <summary>The JSON of an update of data controls.</summary>
internal static class DataControlsBody
{
    /// <exception cref="ArgumentException">Nothing is changed, or a control is enabled without a region.</exception>
    public static ReadOnlyMemory<byte> Of(DataControlChanges changes, string parameter)
    {
        if (changes is { Cmek: null, Storage: null })
            throw new ArgumentException("The update changes nothing. Set Cmek, Storage or both.", parameter);
        var buffer = new ArrayBufferWriter<byte>();
        using var json = new Utf8JsonWriter(buffer);
        json.WriteStartObject();
        if (changes.Cmek is { } cmek)
            WriteControl(json, "cmek", "external_key_ids", cmek.Regions, json.WriteStringValue, parameter);
        if (changes.Storage is { } storage)
            WriteControl(json, "storage", "buckets", storage.Regions, bucket => Write(json, bucket), parameter);
        json.WriteEndObject();
        json.Flush();
        return buffer.WrittenMemory;
    }

    private static void WriteControl<T>(
        Utf8JsonWriter json,
        string name,
        string map,
        RegionChanges<T>? regions,
        Action<T> write,
        string parameter
    )
        where T : class
    {
        json.WriteStartObject(name);
        json.WriteString("type", regions is null ? DataControlType.Values.Disabled : DataControlType.Values.Enabled);
        if (regions is { IsEmpty: true })
            throw new ArgumentException(
                $"The update enables the control {name} without a region. Add Set or Remove for at least one.",
                parameter
            );
        if (regions is not null)
            WriteRegions(json, map, regions, write);
        json.WriteEndObject();
    }

    private static void WriteRegions<T>(Utf8JsonWriter json, string map, RegionChanges<T> regions, Action<T> write)
        where T : class
    {
        json.WriteStartObject(map);
        foreach (var (region, value) in regions)
        {
            json.WritePropertyName(region);
            if (value is null)
                json.WriteNullValue();
            else
                write(value);
        }
        json.WriteEndObject();
    }

    private static void Write(Utf8JsonWriter json, BucketReference bucket)
    {
        json.WriteStartObject();
        json.WriteString("bucket_name", bucket.BucketName);
        json.WriteString("project_number", bucket.ProjectNumber);
        json.WriteEndObject();
    }
}
