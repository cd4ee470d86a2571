using System.Text;
using FluentProfiles.Emulator.Protocol;

namespace FluentProfiles.Emulator;

/// <summary>An answer, sent as it stands: nothing is added to an intercepted one. Immutable.</summary>
#pragma warning disable IDE0040 // Public in the emulator by another part, internal in FluentProfiles.Testing.
sealed partial record EmulatorResponse
#pragma warning restore IDE0040
{
    private static readonly IReadOnlyDictionary<string, string> NoHeaders = new Dictionary<string, string>();

    /// <summary>The status. 200 by default.</summary>
    public int Status { get; init; } = 200;

    /// <summary>The headers, <c>Content-Type</c> among them. <c>Content-Length</c> is added where it is missing: one that
    /// promises more than the body has breaks the connection off in the middle.</summary>
    public IReadOnlyDictionary<string, string> Headers { get; init; } = NoHeaders;

    /// <summary>The body; empty by default.</summary>
    public ReadOnlyMemory<byte> Body { get; init; }

    /// <summary>How much later it is sent, by the clock of <c>ProfileEmulatorOptions.TimeProvider</c>. Zero by
    /// default.</summary>
    public TimeSpan Delay { get; init; }

    /// <summary>After how many bytes of the body the connection is reset: 0 behind the headers, the whole length behind the
    /// last byte. The body comes in chunks then, so that its end is missing even there. Null (the default) for a whole
    /// answer.</summary>
    public int? BreakAfter { get; init; }

    /// <summary>An answer with a text of any content type.</summary>
    public static EmulatorResponse Text(int status, string body, string contentType = "text/html; charset=utf-8") =>
        new()
        {
            Status = status,
            Headers = new Dictionary<string, string> { ["Content-Type"] = contentType },
            Body = Encoding.UTF8.GetBytes(body),
        };

    /// <summary>An answer with a JSON text.</summary>
    public static EmulatorResponse Json(int status, string json) => Text(status, json, "application/json");

    /// <summary>An answer with the service's error body; <paramref name="code"/> is its <c>details.error_code</c>.</summary>
    public static EmulatorResponse Error(int status, string type, string message, string? code = null) =>
        Answer.Of(new ServiceError(status, type, message, code), "req_intercepted");

    /// <summary>The same answer with one more header.</summary>
    public EmulatorResponse WithHeader(string name, string value) =>
        this with
        {
            Headers = new Dictionary<string, string>(Headers, StringComparer.OrdinalIgnoreCase) { [name] = value },
        };
}
