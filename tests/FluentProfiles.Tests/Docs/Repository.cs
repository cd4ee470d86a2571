using System.Xml.Linq;

namespace FluentProfiles.Tests.Docs;

/// <summary>Where the tests were built from.</summary>
internal static class Repository
{
    // Not the compiler's path of this file: a deterministic build has another name for it.
    public static string Root { get; } = Find(AppContext.BaseDirectory);

    /// <summary>Where the files of the main branch are read, with a slash at the end.</summary>
    public static string Url { get; } =
        XDocument
            .Load(Path.Combine(Root, "src", "Directory.Build.props"))
            .Descendants("PackageProjectUrl")
            .Single()
            .Value + "/blob/main/";

    private static string Find(string folder) =>
        File.Exists(Path.Combine(folder, "FluentProfiles.sln"))
            ? folder
            : Find(Path.GetDirectoryName(folder) ?? throw new FileNotFoundException("FluentProfiles.sln"));
}
