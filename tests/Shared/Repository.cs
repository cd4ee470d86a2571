using System.Reflection;
using System.Xml.Linq;

namespace FluentProfiles.Tests;

/// <summary>The folder that the tests were built from.</summary>
internal static class Repository
{
    // The build states it: the output may be in another place (--artifacts-path), and the paths that the compiler knows are replaced
    // in a deterministic build.
    public static string Root { get; } =
        typeof(Repository)
            .Assembly.GetCustomAttributes<AssemblyMetadataAttribute>()
            .Single(metadata => metadata.Key == "RepositoryRoot")
            .Value!;

    /// <summary>The file README.md of each package, whether it exists or not.</summary>
    public static IEnumerable<string> PackageReadmes =>
        Directory
            .GetFiles(Path.Combine(Root, "src"), "*.csproj", SearchOption.AllDirectories)
            .Select(project => Path.Combine(Path.GetDirectoryName(project)!, "README.md"))
            .Order(StringComparer.Ordinal);

    /// <summary>The address of the main branch's files, with a slash at the end.</summary>
    public static string Url { get; } =
        XDocument
            .Load(Path.Combine(Root, "src", "Directory.Build.props"))
            .Descendants("PackageProjectUrl")
            .Single()
            .Value + "/blob/main/";
}
