namespace FluentProfiles.Analyzers;

// FP05xx: what works, and could be better.
internal static partial class Descriptors
{
    public static readonly DiagnosticDescriptor MisspelledValue = new(
        "FP0506",
        "A text that is nearly a known value",
        "'{0}' is not a known value of {1}; did you mean {2}?",
        Practice,
        DiagnosticSeverity.Warning,
        true,
        helpLinkUri: Help + "FP0506.md"
    );
}
