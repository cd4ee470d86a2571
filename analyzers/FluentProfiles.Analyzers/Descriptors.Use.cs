namespace FluentProfiles.Analyzers;

// FP03xx: how a query is used.
internal static partial class Descriptors
{
    public static readonly DiagnosticDescriptor DroppedQuery = new(
        "FP0301",
        "A query built and dropped",
        "A query sends nothing until it is enumerated, and {0} returns a new query; use its result",
        Use,
        DiagnosticSeverity.Warning,
        true,
        helpLinkUri: Help + "FP0301.md"
    );

    public static readonly DiagnosticDescriptor RepeatedEnumeration = new(
        "FP0302",
        "A query enumerated twice",
        "'{0}' is enumerated again, which fetches every page again; reuse the first result",
        Use,
        DiagnosticSeverity.Hidden,
        true,
        helpLinkUri: Help + "FP0302.md"
    );

    public static readonly DiagnosticDescriptor CountInsteadOfAny = new(
        "FP0303",
        "A count that is only compared with zero",
        "{0} may read every page to learn whether there is any profile; AnyAsync reads no more than it needs",
        Use,
        DiagnosticSeverity.Warning,
        true,
        helpLinkUri: Help + "FP0303.md"
    );

    public static readonly DiagnosticDescriptor SecretInSource = new(
        "FP0304",
        "A secret in the source",
        "{0} contains a secret that anyone with the source code can use; read it from the environment variable {1}",
        Use,
        DiagnosticSeverity.Warning,
        true,
        helpLinkUri: Help + "FP0304.md"
    );

    public static readonly DiagnosticDescriptor QueryInLoop = new(
        "FP0305",
        "A whole listing read in a loop",
        "{0} may read every page in each iteration; run it once before the loop",
        Use,
        DiagnosticSeverity.Warning,
        true,
        helpLinkUri: Help + "FP0305.md"
    );

    public static readonly DiagnosticDescriptor RefusedOptions = new(
        "FP0306",
        "Options that the client rejects",
        "The constructor of ProfilesClient throws, because {0} must {1}",
        Use,
        DiagnosticSeverity.Error,
        true,
        helpLinkUri: Help + "FP0306.md"
    );
}
