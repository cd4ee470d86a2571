namespace FluentProfiles.Analyzers;

// FP04xx: what is written.
internal static partial class Descriptors
{
    public static readonly DiagnosticDescriptor UnfilteredWrite = new(
        "FP0401",
        "A bulk write of everything",
        "The query has no condition and no Take, so {0} would write every profile and is rejected; add a condition or Take before it, or set AllowAll if all profiles are meant",
        Writing,
        DiagnosticSeverity.Error,
        true,
        helpLinkUri: Help + "FP0401.md"
    );

    public static readonly DiagnosticDescriptor WriteLimit = new(
        "FP0402",
        "A value beyond the limits of its field",
        "{0} {1}",
        Writing,
        DiagnosticSeverity.Error,
        true,
        helpLinkUri: Help + "FP0402.md"
    );

    public static readonly DiagnosticDescriptor FieldNotAccepted = new(
        "FP0403",
        "Writing a field that the chosen shape does not accept",
        "{0} is not accepted by {1}; {2}",
        Writing,
        DiagnosticSeverity.Error,
        true,
        helpLinkUri: Help + "FP0403.md"
    );

    public static readonly DiagnosticDescriptor DroppedReport = new(
        "FP0404",
        "The report of a bulk write is dropped",
        "{0} does not throw when a profile fails, and only the report lists the failure; read the report, or set StopOnError",
        Writing,
        DiagnosticSeverity.Warning,
        true,
        helpLinkUri: Help + "FP0404.md"
    );
}
