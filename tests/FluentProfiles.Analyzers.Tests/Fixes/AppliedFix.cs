using FluentProfiles.Analyzers.Tests.Twin;

namespace FluentProfiles.Analyzers.Tests.Fixes;

/// <summary>A program before and after a fix.</summary>
/// <param name="Fixer">The name of the fixer.</param>
/// <param name="Id">The diagnostic that it mends.</param>
/// <param name="Title">What the fix is called.</param>
/// <param name="Before">The program that has the diagnostic.</param>
/// <param name="Index">The position of that program among those that were given.</param>
/// <param name="After">The program that the fix makes of it.</param>
/// <param name="Known">The errors and warnings of the compiler before.</param>
internal sealed record AppliedFix(
    string Fixer,
    string Id,
    string Title,
    GeneratedProgram Before,
    int Index,
    GeneratedProgram After,
    IReadOnlyList<string> Known
)
{
    /// <summary>True for a fix after which the program gives what it gave before.</summary>
    public bool KeepsMeaning => !FixPromises.Changes.ContainsKey(Fixer);

    /// <summary>True where the program before did not compile.</summary>
    public bool MendsCompilerError => Id.StartsWith("CS", StringComparison.Ordinal);

    public override string ToString() =>
        $"{Id} {Fixer} '{Title}'\n{Before.Statements}\n    becomes\n{After.Statements}";
}
