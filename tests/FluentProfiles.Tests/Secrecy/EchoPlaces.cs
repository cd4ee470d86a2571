using System.Text;
using System.Text.Json;

namespace FluentProfiles.Tests.Secrecy;

/// <summary>Where an answer can repeat what the request has said.</summary>
internal static class EchoPlaces
{
    private const string Page = """{"data":[{"id":"uprof_1","created_at":"2026-05-01T00:00:00Z"}],"next_page":null}""";

    private const string Refusal = """{"error":{"type":"api_error","message":"no"}}""";

    public static IReadOnlyDictionary<string, Func<string, string>> All { get; } =
        new Dictionary<string, Func<string, string>>
        {
            ["request id of a page"] = text => Answer("200 OK", Page, $"request-id: {text}"),
            ["request id of a refusal"] = text => Answer("403 Forbidden", Refusal, $"request-id: {text}"),
            ["request id of no page"] = text => Answer("200 OK", "<html>", $"request-id: {text}"),
            ["request id of a broken body"] = text =>
                $"HTTP/1.1 200 OK\r\nrequest-id: {text}\r\nContent-Length: 900\r\n\r\n{{",
            ["content type"] = text => Answer("200 OK", "<html>", $"Content-Type: text/{text}"),
            ["parameter of the content type"] = text =>
                Answer("200 OK", "<html>", $"Content-Type: text/html; x={text}"),
            ["character set"] = text =>
                Answer("200 OK", "{\"data\":\u00ff", $"Content-Type: application/json; charset=\"{text}\""),
            ["content encoding"] = text => Answer("200 OK", "<html>", $"Content-Encoding: {text}"),
            ["content length"] = text => $"HTTP/1.1 200 OK\r\nContent-Length: {text}\r\n\r\n{Page}",
            ["transfer encoding"] = text => $"HTTP/1.1 200 OK\r\nTransfer-Encoding: {text}\r\n\r\n{Page}",
            ["reason"] = text => Answer($"403 {text}", Refusal),
            ["status line"] = text => $"{text}\r\n\r\n",
            ["version of the status line"] = text => $"HTTP/{text} 200 OK\r\n\r\n",
            ["status of the status line"] = text => $"HTTP/1.1 {text}\r\n\r\n",
            ["header line"] = text => $"HTTP/1.1 200 OK\r\n{text}\r\n\r\n",
            ["name of a header"] = text => $"HTTP/1.1 200 OK\r\n {text}: {text}\r\n\r\n",
            ["chunk"] = text => $"HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n{text}\r\n{Page}\r\n0\r\n\r\n",
            ["redirect"] = text => Answer("302 Found", "", $"Location: https://other.test/{text}"),
            ["wait"] = text => Answer("429 Too many", Refusal, $"retry-after: {text}"),
            ["advice to retry"] = text => Answer("500 Error", Refusal, $"x-should-retry: {text}"),
            ["cookie"] = text => Answer("401 No", Refusal, $"Set-Cookie: {text}", $"WWW-Authenticate: Bearer {text}"),
            ["message"] = text => Answer("401 No", Error("authentication_error", text)),
            ["type of an error"] = text => Answer("401 No", Error(text, "no")),
            ["code of an error"] = text =>
                Answer("401 No", "{\"error\":{\"details\":{\"error_code\":" + Json(text) + "}}}"),
            ["request id in a body"] = text => Answer("401 No", $$"""{"request_id":{{Json(text)}}}"""),
            ["refusal that is no JSON"] = text => Answer("401 No", text),
            ["page that is no JSON"] = text => Answer("200 OK", text),
            ["HTML page"] = text => Answer("200 OK", $"<html>{text}</html>"),
            ["number"] = text => Answer("200 OK", $"1{text}"),
            ["word of JSON"] = text => Answer("200 OK", $$"""{"data":t{{text}}}"""),
            ["name of a member"] = text => Answer("200 OK", $$"""{"data":[{{{Json(text)}}:1,"id":7}]}"""),
            ["cursor"] = text =>
                Answer("200 OK", $$"""{"data":[{"id":"uprof_1"},{"id":"uprof_2"}],"next_page":{{Json(text)}}}"""),
            ["id"] = text => Answer("200 OK", $$"""{"data":[{"id":{{Json(text)}}}],"next_page":"more"}"""),
            ["id of one"] = text => Answer("200 OK", $$"""{"id":{{Json(text)}},"data":[]}"""),
            ["time"] = text => Answer("200 OK", $$"""{"data":[{"id":"uprof_1","created_at":{{Json(text)}}}]}"""),
        };

    private static string Answer(string status, string body, params string[] headers) =>
        string.Join(
            "\r\n",
            [
                $"HTTP/1.1 {status}",
                .. headers,
                $"Content-Length: {Encoding.Latin1.GetByteCount(body)}",
                "Connection: close",
                "",
                body,
            ]
        );

    private static string Error(string type, string message) =>
        $$$"""{"error":{"type":{{{Json(type)}}},"message":{{{Json(message)}}}}}""";

    private static string Json(string text) => JsonSerializer.Serialize(text);
}
