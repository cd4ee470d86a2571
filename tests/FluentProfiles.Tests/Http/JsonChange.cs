using System.Text.Json.Nodes;

namespace FluentProfiles.Tests.Http;

/// <summary>Changes bodies on their way.</summary>
internal static class JsonChange
{
    public static string Of(string body, Action<JsonNode> change)
    {
        var json = JsonNode.Parse(body)!;
        change(json);
        return json.ToJsonString();
    }

    /// <summary>Returns whether a request reads the profile of a number by GET.</summary>
    public static bool IsGetOf(this HttpRequestMessage request, int number) =>
        request.Method == HttpMethod.Get
        && request.RequestUri!.AbsolutePath.EndsWith(TestProfiles.IdOf(number), StringComparison.Ordinal);
}
