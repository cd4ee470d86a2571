using System.Buffers;
using System.Text.Encodings.Web;
using System.Text.Json;

namespace FluentProfiles.Emulator.Protocol;

/// <summary>Makes the answers of the service: JSON, and the id of the request beside it.</summary>
internal static class Answer
{
    private static readonly JsonWriterOptions Options = new()
    {
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
        SkipValidation = true,
    };

    [ThreadStatic]
    private static (ArrayBufferWriter<byte> Buffer, Utf8JsonWriter Json)? reused;

    public static EmulatorResponse Of(int status, string requestId, Action<Utf8JsonWriter> write)
    {
        var (buffer, json) = reused ??= New();
        buffer.ResetWrittenCount();
        json.Reset();
        write(json);
        json.Flush();
        return new()
        {
            Status = status,
            Headers = new Dictionary<string, string>(StringComparer.OrdinalIgnoreCase)
            {
                ["Content-Type"] = "application/json",
                ["request-id"] = requestId,
            },
            Body = buffer.WrittenSpan.ToArray(),
        };
    }

    public static EmulatorResponse Of(ServiceError error, string requestId) =>
        Of(error.Status, requestId, json => Write(json, error, requestId));

    private static void Write(Utf8JsonWriter json, ServiceError error, string requestId)
    {
        json.WriteStartObject();
        json.WriteString("type", "error");
        json.WriteStartObject("error");
        json.WriteString("type", error.Type);
        json.WriteString("message", error.Message);
        if (error.Code is { } code)
        {
            json.WriteStartObject("details");
            json.WriteString("error_code", code);
            json.WriteEndObject();
        }
        json.WriteEndObject();
        json.WriteString("request_id", requestId);
        json.WriteEndObject();
    }

    private static (ArrayBufferWriter<byte>, Utf8JsonWriter) New()
    {
        var buffer = new ArrayBufferWriter<byte>(128 * 1024);
        return (buffer, new Utf8JsonWriter(buffer, Options));
    }
}
