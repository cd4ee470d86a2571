namespace FluentProfiles.Analyzers;

// FP02xx: what a query means.
internal static partial class Descriptors
{
    public static readonly DiagnosticDescriptor UnsortableKey = new(
        "FP0201",
        "A sort key that the service does not sort by",
        "{0}, and the client can't sort an unbounded query; write {1}Take before the {2}, or AsAsyncEnumerable() to read everything",
        Meaning,
        DiagnosticSeverity.Error,
        true,
        helpLinkUri: Help + "FP0201.md"
    );

    public static readonly DiagnosticDescriptor ReplacedOrder = new(
        "FP0202",
        "An order that a later one replaces",
        "A later {1} replaces this {0}, since the service sorts by one key; remove it",
        Meaning,
        DiagnosticSeverity.Warning,
        true,
        helpLinkUri: Help + "FP0202.md"
    );

    public static readonly DiagnosticDescriptor ClientCondition = new(
        "FP0203",
        "A condition that runs on the client",
        "The service cannot filter by this, so every page is read and the condition runs on the client",
        Meaning,
        DiagnosticSeverity.Hidden,
        true,
        helpLinkUri: Help + "FP0203.md"
    );

    public static readonly DiagnosticDescriptor FieldOnlyByGet = new(
        "FP0204",
        "A field that a list never reports",
        "A list never reports {0}; {1}",
        Meaning,
        DiagnosticSeverity.Warning,
        true,
        helpLinkUri: Help + "FP0204.md"
    );

    public static readonly DiagnosticDescriptor ConstantCondition = new(
        "FP0205",
        "A condition that is always true or always false",
        "This is {0} true, because {1}",
        Meaning,
        DiagnosticSeverity.Warning,
        true,
        helpLinkUri: Help + "FP0205.md"
    );

    public static readonly DiagnosticDescriptor UnsupportedExpression = new(
        "FP0206",
        "An expression that the query rejects",
        "{0} {1}",
        Meaning,
        DiagnosticSeverity.Error,
        true,
        helpLinkUri: Help + "FP0206.md"
    );

    public static readonly DiagnosticDescriptor ForeignOperator = new(
        "FP0207",
        "An operator that reads every page",
        "{0}; {1}write AsAsyncEnumerable() before it to make this explicit",
        Meaning,
        DiagnosticSeverity.Warning,
        true,
        helpLinkUri: Help + "FP0207.md"
    );

    public static readonly DiagnosticDescriptor NegatedStatus = new(
        "FP0208",
        "A negated status is read on the client",
        "The service can only filter by the statuses wanted, so this != reads every page; state the other statuses with ==",
        Meaning,
        DiagnosticSeverity.Info,
        true,
        helpLinkUri: Help + "FP0208.md"
    );
}
