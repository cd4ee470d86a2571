using System.Reflection;
using FluentProfiles;

namespace Probe.Checks;

/// <summary>The paths of the members that only a GET reports, from the attributes of the model.</summary>
internal static class OnlyByGet
{
    public static IReadOnlyCollection<string> Paths { get; } = [.. Below(typeof(UserProfile), "")];

    private static IEnumerable<string> Below(Type type, string before)
    {
        foreach (var property in type.GetProperties())
        {
            if (property.GetCustomAttribute<ProfileFieldAttribute>() is not { } field)
                continue;
            if (field.OnlyByGet)
                yield return before + field.JsonName;
            else if (property.PropertyType.Assembly == type.Assembly && property.PropertyType.IsClass)
            {
                foreach (var path in Below(property.PropertyType, $"{before}{field.JsonName}."))
                    yield return path;
            }
        }
    }
}
