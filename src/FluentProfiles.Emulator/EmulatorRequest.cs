namespace FluentProfiles.Emulator;

/// <summary>A request as the emulator received it. Immutable.</summary>
#pragma warning disable IDE0040 // Public in the emulator by another part, internal in FluentProfiles.Testing.
sealed partial record EmulatorRequest
#pragma warning restore IDE0040
{
    /// <summary>The HTTP method in upper case.</summary>
    public required string Method { get; init; }

    /// <summary>The path and the query as they were sent, percent-encoded: <c>/v1/user_profiles?limit=50</c>.</summary>
    public required string PathAndQuery { get; init; }

    /// <summary>The headers by name, without regard to case. Several values of one header are joined with
    /// <c>", "</c>.</summary>
    public required IReadOnlyDictionary<string, string> Headers { get; init; }

    /// <summary>The body. Empty if there is none or if it is larger than 1 MiB, because such a body is not
    /// read.</summary>
    public string Body { get; init; } = "";

    /// <summary>The status code of the response; 0 until there is one.</summary>
    public int Status { get; init; }

    /// <summary>Gets a value that indicates whether the body was too large to be read.</summary>
    internal bool IsTooLarge { get; init; }
}
