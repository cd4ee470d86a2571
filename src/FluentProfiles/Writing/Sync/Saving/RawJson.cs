using System.Text.Json.Serialization;

namespace FluentProfiles.Writing.Sync.Saving;

/// <summary>A part of a plan as its JSON.</summary>
/// <param name="Bytes">The JSON.</param>
[JsonConverter(typeof(RawJsonConverter))]
internal readonly record struct RawJson(byte[] Bytes);
