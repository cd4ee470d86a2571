namespace FluentProfiles.Emulator;

/// <summary>A request as the emulator received it. Immutable.</summary>
#pragma warning disable IDE0040 // Public in the emulator by another part, internal in FluentProfiles.Testing.
sealed partial record EmulatorRequest
#pragma warning restore IDE0040
{
    /// <summary>The method, in capitals.</summary>
    public required string Method { get; init; }

    /// <summary>Path and query as they stood on the wire, percent-encoded: <c>/v1/user_profiles?limit=50</c>.</summary>
    public required string PathAndQuery { get; init; }

    /// <summary>The headers by name, whatever its case; several values of one name are joined by <c>", "</c>.</summary>
    public required IReadOnlyDictionary<string, string> Headers { get; init; }

    /// <summary>The body; empty where there was none, and where it was larger than 1 MiB: such a body is not read.</summary>
    public string Body { get; init; } = "";

    /// <summary>The status of the answer; 0 as long as there is none.</summary>
    public int Status { get; init; }

    /// <summary>Gets a value that indicates whether the body was too large to be read.</summary>
    internal bool IsTooLarge { get; init; }
}
