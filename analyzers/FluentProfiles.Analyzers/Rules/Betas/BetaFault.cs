namespace FluentProfiles.Analyzers;

/// <summary>What is wrong with a beta's text.</summary>
internal enum BetaFault
{
    /// <summary>It is known, or named in the configuration.</summary>
    None,

    /// <summary>It can't be sent, or can't be a name.</summary>
    Malformed,

    /// <summary>It is nearly a known one.</summary>
    Misspelled,

    /// <summary>It may be right, but this version does not know it.</summary>
    Unknown,
}
