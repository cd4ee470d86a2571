namespace FluentProfiles.Analyzers.Reading;

/// <summary>What a call on a query does.</summary>
internal enum StepKind
{
    /// <summary>Gives a query with another setting.</summary>
    Setting,

    /// <summary>Gives a query of other items or another order.</summary>
    Operator,

    /// <summary>Runs the query.</summary>
    Terminal,

    /// <summary>Writes to all that the query finds.</summary>
    Write,

    /// <summary>Leaves the query for a plain sequence, openly.</summary>
    Leave,

    /// <summary>An extension method over any asynchronous sequence.</summary>
    Foreign,

    /// <summary>Says how the sequence is enumerated.</summary>
    Enumeration,

    /// <summary>Anything else, such as <c>Explain</c>.</summary>
    Other,
}
