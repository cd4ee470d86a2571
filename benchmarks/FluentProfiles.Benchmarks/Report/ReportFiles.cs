namespace FluentProfiles.Benchmarks.Report;

/// <summary>Where the report is.</summary>
/// <param name="root">The repository's folder.</param>
internal sealed class ReportFiles(string root)
{
    public string Measured => Path.Combine(root, "docs", "benchmarks", "measured.json");

    public string Artifacts => Path.Combine(root, "artifacts", "benchmarks");

    /// <summary>The texts with places to fill.</summary>
    public string[] Texts => [Path.Combine(root, "docs", "benchmarks.md"), Path.Combine(root, "README.md")];

    public string Chart(string name) => Path.Combine(root, "docs", "benchmarks", name + ".png");

    /// <summary>The files of the repository that a folder is in.</summary>
    /// <exception cref="DirectoryNotFoundException">It is in none.</exception>
    public static ReportFiles Above(string folder)
    {
        for (var at = new DirectoryInfo(folder); at is not null; at = at.Parent)
        {
            if (File.Exists(Path.Combine(at.FullName, "FluentProfiles.sln")))
                return new(at.FullName);
        }
        throw new DirectoryNotFoundException("Start it from within the repository: the report is written to its docs.");
    }
}
