namespace FluentProfiles.Analyzers;

/// <summary>Every rule. The constructor is called directly, without a helper: release tracking sees nothing else.</summary>
internal static partial class Descriptors
{
    private const string Help = "https://github.com/fluentprofiles/fluentprofiles/blob/main/docs/rules/";
    private const string Limits = "FluentProfiles.Limits";
    private const string Betas = "FluentProfiles.Betas";
    private const string Meaning = "FluentProfiles.Meaning";
    private const string Use = "FluentProfiles.Use";
    private const string Writing = "FluentProfiles.Writing";
    private const string Practice = "FluentProfiles.Practice";

    public static readonly DiagnosticDescriptor PageSizeOutOfRange = new(
        "FP0001",
        "A page size is outside 1 to 100",
        "A page has 1 to 100 profiles, not {0}; write {1}, and bound the whole result with Take",
        Limits,
        DiagnosticSeverity.Error,
        true,
        helpLinkUri: Help + "FP0001.md"
    );

    public static readonly DiagnosticDescriptor NegativeCount = new(
        "FP0002",
        "A negative count",
        "{0} throws for the negative count {1}; pass 0 or more",
        Limits,
        DiagnosticSeverity.Error,
        true,
        helpLinkUri: Help + "FP0002.md"
    );

    public static readonly DiagnosticDescriptor TakeZero = new(
        "FP0003",
        "Take(0) always returns an empty result",
        "Take(0) is always empty and sends nothing; pass the number of profiles that you want",
        Limits,
        DiagnosticSeverity.Warning,
        true,
        helpLinkUri: Help + "FP0003.md"
    );

    public static readonly DiagnosticDescriptor PageSizeTooSmall = new(
        "FP0004",
        "A page size that costs requests",
        "Pages of {0} need {1} requests for {2} profiles where {3} is enough; remove the page size",
        Limits,
        DiagnosticSeverity.Info,
        true,
        helpLinkUri: Help + "FP0004.md"
    );

    public static readonly DiagnosticDescriptor SkipReadsAndDrops = new(
        "FP0005",
        "Skip fetches what it drops",
        "The service has no skip, so the profiles skipped are fetched and dropped; to page, use ToPageAsync or ResumeFrom",
        Limits,
        DiagnosticSeverity.Hidden,
        true,
        helpLinkUri: Help + "FP0005.md"
    );

    public static readonly DiagnosticDescriptor ArgumentOutOfRange = new(
        "FP0006",
        "A constant out of its range",
        "{0} throws, because '{1}' must {2}",
        Limits,
        DiagnosticSeverity.Error,
        true,
        helpLinkUri: Help + "FP0006.md"
    );
}
