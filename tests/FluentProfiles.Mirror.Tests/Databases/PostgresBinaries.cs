using System.Globalization;

namespace FluentProfiles.Mirror.Tests.Databases;

/// <summary>Where PostgreSQL is installed on this machine.</summary>
internal static class PostgresBinaries
{
    private const string Debian = "/usr/lib/postgresql";

    /// <summary>The folder with <c>initdb</c> and <c>pg_ctl</c>; null where there is none.</summary>
    public static string? Folder { get; } =
        Candidates().FirstOrDefault(folder => File.Exists(Path.Combine(folder, "initdb")));

    /// <summary>Why tests on PostgreSQL can't run; null where they can.</summary>
    public static string? WhyNot { get; } =
        Folder is null
            ? $"PostgreSQL is not installed: neither {Debian}/*/bin nor the PATH has initdb. Install the package postgresql to run the test."
            : null;

    private static IEnumerable<string> Candidates() =>
        (Directory.Exists(Debian) ? Directory.GetDirectories(Debian) : [])
            .OrderByDescending(version =>
                double.TryParse(Path.GetFileName(version), CultureInfo.InvariantCulture, out var number) ? number : 0
            )
            .Select(version => Path.Combine(version, "bin"))
            .Concat((Environment.GetEnvironmentVariable("PATH") ?? "").Split(Path.PathSeparator));
}
