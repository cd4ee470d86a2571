namespace FluentProfiles.Analyzers;

// FP05xx: what works, and could be better.
internal static partial class Descriptors
{
    public static readonly DiagnosticDescriptor FetchedThenReduced = new(
        "FP0501",
        "Everything fetched, then reduced in memory",
        "{0} reads every profile, and {1} then runs in memory; make it part of the query",
        Practice,
        DiagnosticSeverity.Info,
        true,
        helpLinkUri: Help + "FP0501.md"
    );

    public static readonly DiagnosticDescriptor GetPerItem = new(
        "FP0502",
        "One GET for each item",
        "{0} sends a request for each item; {1}.Query().Where(p => {2}.Contains(p.Id)) reads them with bounded concurrency and one request budget, and leaves out ids that do not exist",
        Practice,
        DiagnosticSeverity.Info,
        true,
        helpLinkUri: Help + "FP0502.md"
    );

    public static readonly DiagnosticDescriptor TokenNotPassed = new(
        "FP0503",
        "A loop over a query that cannot be canceled",
        "The loop does not receive {0}, so cancellation does not stop its requests; write .WithCancellation({0})",
        Practice,
        DiagnosticSeverity.Info,
        true,
        helpLinkUri: Help + "FP0503.md"
    );

    public static readonly DiagnosticDescriptor ShortLivedClient = new(
        "FP0505",
        "A client with the wrong lifetime",
        "{0}",
        Practice,
        DiagnosticSeverity.Warning,
        true,
        helpLinkUri: Help + "FP0505.md"
    );

    public static readonly DiagnosticDescriptor MisspelledValue = new(
        "FP0506",
        "A string that is nearly a known value",
        "'{0}' is not a known value of {1}; did you mean {2}?",
        Practice,
        DiagnosticSeverity.Warning,
        true,
        helpLinkUri: Help + "FP0506.md"
    );

    public static readonly DiagnosticDescriptor SdkListing = new(
        "FP0507",
        "A loop over the official SDK's listing",
        "This loop reads the listing with the official SDK; a query reads fewer pages and fields, and filters at the service where it can",
        Practice,
        DiagnosticSeverity.Info,
        true,
        helpLinkUri: Help + "FP0507.md"
    );
}
