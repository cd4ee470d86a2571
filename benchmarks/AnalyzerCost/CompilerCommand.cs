using System.Text.RegularExpressions;

namespace AnalyzerCost;

/// <summary>How a build calls the compiler.</summary>
/// <param name="Compiler">The folder that the compiler is in.</param>
/// <param name="Arguments">What it is told.</param>
internal sealed partial record CompilerCommand(string Compiler, string Arguments)
{
    /// <summary>Builds a project once, and reads the call from what the build prints.</summary>
    public static CompilerCommand Of(string folder)
    {
        var output = Tool.Run("dotnet", ["build", "-v:d", "--no-incremental"], folder);
        var call = Call().Match(output);
        return call.Success
            ? new(call.Groups["folder"].Value, call.Groups["arguments"].Value.Trim())
            : throw new InvalidOperationException("The build does not show how it calls the compiler.");
    }

    public string ArgumentsWithout(string analyzer) =>
        Arguments.Replace($"/analyzer:{analyzer} ", "", StringComparison.Ordinal);

    [GeneratedRegex(@"""?(?<folder>[^\s""]*bincore)[^\s]* /noconfig (?<arguments>.*)")]
    private static partial Regex Call();
}
