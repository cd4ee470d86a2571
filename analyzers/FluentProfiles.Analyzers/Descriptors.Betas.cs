namespace FluentProfiles.Analyzers;

// FP01xx: which betas, and which fields they serve.
internal static partial class Descriptors
{
    public static readonly DiagnosticDescriptor MisspelledBeta = new(
        "FP0101",
        "A beta name that is nearly a known one",
        "No beta is named '{0}'; '{1}' is the nearest",
        Betas,
        DiagnosticSeverity.Warning,
        true,
        helpLinkUri: Help + "FP0101.md"
    );

    public static readonly DiagnosticDescriptor MalformedBeta = new(
        "FP0102",
        "A string that is not a valid beta name",
        "'{0}' can't be a beta: {1}",
        Betas,
        DiagnosticSeverity.Error,
        true,
        helpLinkUri: Help + "FP0102.md"
    );

    public static readonly DiagnosticDescriptor UnusedBeta = new(
        "FP0103",
        "A beta that the user-profiles endpoints do not use",
        "The user-profiles endpoints do not use the beta '{0}'{1}; remove it",
        Betas,
        DiagnosticSeverity.Warning,
        true,
        helpLinkUri: Help + "FP0103.md"
    );

    public static readonly DiagnosticDescriptor ConflictingBetas = new(
        "FP0104",
        "Two betas that each choose a shape",
        "'{0}' and '{1}' each choose a shape of user profiles, and a request can have only one; keep the newer",
        Betas,
        DiagnosticSeverity.Error,
        true,
        helpLinkUri: Help + "FP0104.md"
    );

    public static readonly DiagnosticDescriptor RepeatedBeta = new(
        "FP0105",
        "The same beta twice",
        "The beta '{0}' is named twice; remove one",
        Betas,
        DiagnosticSeverity.Warning,
        true,
        helpLinkUri: Help + "FP0105.md"
    );

    public static readonly DiagnosticDescriptor SupersededBeta = new(
        "FP0106",
        "A superseded user-profiles beta",
        "'{0}' is superseded; use {1}",
        Betas,
        DiagnosticSeverity.Info,
        true,
        helpLinkUri: Help + "FP0106.md"
    );

    public static readonly DiagnosticDescriptor FieldNotServed = new(
        "FP0107",
        "A field that the chosen shape does not serve",
        "{0} is always absent under {1}; {2}",
        Betas,
        DiagnosticSeverity.Warning,
        true,
        helpLinkUri: Help + "FP0107.md"
    );

    public static readonly DiagnosticDescriptor RejectedFilter = new(
        "FP0108",
        "A filter that the chosen shape rejects",
        "The service rejects a filter on {0} under {1}; remove the beta, or the filter",
        Betas,
        DiagnosticSeverity.Error,
        true,
        helpLinkUri: Help + "FP0108.md"
    );

    public static readonly DiagnosticDescriptor OutdatedField = new(
        "FP0109",
        "A field that only older shapes serve",
        "{0} is absent from the current shape, and no beta in sight chooses an older one; {1}",
        Betas,
        DiagnosticSeverity.Info,
        true,
        helpLinkUri: Help + "FP0109.md"
    );

    public static readonly DiagnosticDescriptor UnknownBeta = new(
        "FP0110",
        "A beta that this version does not know",
        "The beta '{0}' is not known to this version of the library; if it is correct, add it to fluentprofiles.additional_betas",
        Betas,
        DiagnosticSeverity.Info,
        true,
        helpLinkUri: Help + "FP0110.md"
    );
}
