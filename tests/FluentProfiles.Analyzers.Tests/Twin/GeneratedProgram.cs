namespace FluentProfiles.Analyzers.Tests.Twin;

/// <summary>The body of a method that runs one query and returns what it gives.</summary>
/// <param name="Statements">The statements; <c>client</c>, <c>address</c> and <c>flag</c> are the method's parameters.</param>
internal sealed record GeneratedProgram(string Statements)
{
    /// <summary>True for a program that goes different ways, so that it is run for each of them.</summary>
    public bool Branches => Statements.Contains("flag", StringComparison.Ordinal);
}
