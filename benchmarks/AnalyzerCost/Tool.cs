using System.Diagnostics;

namespace AnalyzerCost;

internal static class Tool
{
    /// <summary>What a tool printed. Throws where it failed.</summary>
    public static string Run(string name, IEnumerable<string> arguments, string folder)
    {
        using var process = Process.Start(
            new ProcessStartInfo(name, arguments) { WorkingDirectory = folder, RedirectStandardOutput = true }
        )!;
        var output = process.StandardOutput.ReadToEnd();
        process.WaitForExit();
        return process.ExitCode == 0 ? output : throw new InvalidOperationException(output);
    }
}
