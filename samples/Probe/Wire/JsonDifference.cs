using System.Text.Json;

namespace Probe.Wire;

/// <summary>Finds the members in which two objects differ.</summary>
internal static class JsonDifference
{
    /// <summary>Returns paths of members by name, never a value. Keys of maps are in no path: below a map the path ends.</summary>
    public static IEnumerable<string> Between(JsonElement one, JsonElement other, string before = "")
    {
        foreach (var name in NamesOf(one).Union(NamesOf(other)))
        {
            var inOne = one.TryGetProperty(name, out var left);
            var inOther = other.TryGetProperty(name, out var right);
            if (inOne && inOther && JsonElement.DeepEquals(left, right))
                continue;
            if (inOne && inOther && IsKnownObject(before + name, left) && IsKnownObject(before + name, right))
            {
                foreach (var path in Between(left, right, $"{before}{name}."))
                    yield return path;
            }
            else
                yield return before + name;
        }
    }

    private static bool IsKnownObject(string path, JsonElement value) =>
        value.ValueKind == JsonValueKind.Object && (path is "external_user_details" or "programs" or "programs.cyber");

    private static IEnumerable<string> NamesOf(JsonElement value) =>
        value.EnumerateObject().Select(member => member.Name);
}
