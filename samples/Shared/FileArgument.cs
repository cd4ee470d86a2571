using System.CommandLine;

namespace Samples;

/// <summary>The one argument of a sample: the file that it writes.</summary>
internal static class FileArgument
{
    /// <param name="description">What is written, for the help.</param>
    /// <param name="defaultName">The name used when none is given, in the current directory.</param>
    public static Argument<string> Create(string description, string defaultName)
    {
        Argument<string> file = new("file") { Description = description, DefaultValueFactory = _ => defaultName };
        file.AcceptLegalFilePathsOnly();
        // Without this, a misspelled option would name a file.
        file.Validators.Add(result =>
        {
            if (result.Tokens is [{ Value: ['-', ..] value }])
                result.AddError($"Unknown option '{value}'. For a file of that name, write './{value}'.");
        });
        return file;
    }
}
