using System.Net.Http.Headers;
using System.Text.Json;

namespace FluentProfiles.Emulator.Tests;

/// <summary>An answer of the emulator, read.</summary>
internal sealed record Reply(int Status, JsonElement Body, HttpResponseHeaders Headers)
{
    public string ErrorType => Body.GetProperty("error").GetProperty("type").GetString()!;

    public string Message => Body.GetProperty("error").GetProperty("message").GetString()!;

    public string? NextPage => Body.GetProperty("next_page").GetString();

    public JsonElement[] Data => [.. Body.GetProperty("data").EnumerateArray()];

    public string[] Ids => [.. Data.Select(profile => profile.GetProperty("id").GetString()!)];

    public string?[] Names => [.. Data.Select(profile => profile.GetProperty("name").GetString())];

    public string RequestId => Headers.GetValues("request-id").Single();
}
