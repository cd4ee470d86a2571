using System.Text;
using FluentProfiles.Emulator.Protocol;

namespace FluentProfiles.Emulator;

/// <summary>A response, sent without additions if it comes from an interceptor. Immutable.</summary>
#pragma warning disable IDE0040 // Public in the emulator by another part, internal in FluentProfiles.Testing.
sealed partial record EmulatorResponse
#pragma warning restore IDE0040
{
    private static readonly IReadOnlyDictionary<string, string> NoHeaders = new Dictionary<string, string>();

    /// <summary>The status code. 200 by default.</summary>
    public int Status { get; init; } = 200;

    /// <summary>The headers, including <c>Content-Type</c>. <c>Content-Length</c> is added if it is missing. If it is
    /// larger than the body, the connection is closed in the middle of the response.</summary>
    public IReadOnlyDictionary<string, string> Headers { get; init; } = NoHeaders;

    /// <summary>The body; empty by default.</summary>
    public ReadOnlyMemory<byte> Body { get; init; }

    /// <summary>The delay before the response is sent, by the clock of <c>ProfileEmulatorOptions.TimeProvider</c>. Zero
    /// by default.</summary>
    public TimeSpan Delay { get; init; }

    /// <summary>The number of bytes of the body after which the connection is reset. 0 resets it after the headers, and
    /// the length of the body resets it after the last byte. The body is then sent in chunks, so that even a complete
    /// body is not terminated. Null (the default) for a complete response.</summary>
    public int? BreakAfter { get; init; }

    /// <summary>Creates a response with a text of any content type.</summary>
    public static EmulatorResponse Text(int status, string body, string contentType = "text/html; charset=utf-8") =>
        new()
        {
            Status = status,
            Headers = new Dictionary<string, string> { ["Content-Type"] = contentType },
            Body = Encoding.UTF8.GetBytes(body),
        };

    /// <summary>Creates a response with a JSON text.</summary>
    public static EmulatorResponse Json(int status, string json) => Text(status, json, "application/json");

    /// <summary>Creates a response with the service's error body. <paramref name="code"/> is its
    /// <c>details.error_code</c>.</summary>
    public static EmulatorResponse Error(int status, string type, string message, string? code = null) =>
        Answer.Of(new ServiceError(status, type, message, code), "req_intercepted");

    /// <summary>Returns the same response with an additional header.</summary>
    public EmulatorResponse WithHeader(string name, string value) =>
        this with
        {
            Headers = new Dictionary<string, string>(Headers, StringComparer.OrdinalIgnoreCase) { [name] = value },
        };
}
