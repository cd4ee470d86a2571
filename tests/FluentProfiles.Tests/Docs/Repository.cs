namespace FluentProfiles.Tests.Docs;

/// <summary>Where the tests were built from.</summary>
internal static class Repository
{
    // Not the compiler's path of this file: a deterministic build has another name for it.
    public static string Root { get; } = Find(AppContext.BaseDirectory);

    private static string Find(string folder) =>
        File.Exists(Path.Combine(folder, "FluentProfiles.sln"))
            ? folder
            : Find(Path.GetDirectoryName(folder) ?? throw new FileNotFoundException("FluentProfiles.sln"));
}
