using System.Text.Json.Nodes;

namespace FluentProfiles.Mirror.Tests;

/// <summary>Changes pages of the service.</summary>
internal static class PageChange
{
    /// <summary>The page without some profiles.</summary>
    public static string Without(string page, params string[] ids) =>
        Changed(
            page,
            root =>
                root["data"] = new JsonArray([
                    .. root["data"]!
                        .AsArray()
                        .Where(profile => !ids.Contains((string?)profile!["id"]))
                        .Select(profile => profile!.DeepClone()),
                ])
        );

    /// <summary>The page without its profiles.</summary>
    public static string Empty(string page) => Changed(page, root => root["data"] = new JsonArray());

    /// <summary>The page as the last one, with its first profiles.</summary>
    public static string EndedAfter(string page, int count) =>
        Changed(
            page,
            root =>
            {
                root["data"] = new JsonArray([
                    .. root["data"]!.AsArray().Take(count).Select(profile => profile!.DeepClone()),
                ]);
                root["next_page"] = null;
            }
        );

    /// <summary>The page with each profile changed.</summary>
    public static string Each(string page, Action<JsonObject> change) =>
        Changed(
            page,
            root =>
            {
                foreach (var profile in root["data"]!.AsArray())
                    change(profile!.AsObject());
            }
        );

    /// <summary>The page changed.</summary>
    public static string Changed(string page, Action<JsonObject> change)
    {
        var root = JsonNode.Parse(page)!.AsObject();
        change(root);
        return root.ToJsonString();
    }
}
