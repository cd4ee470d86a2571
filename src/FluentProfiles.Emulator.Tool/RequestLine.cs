namespace FluentProfiles.Emulator;

/// <summary>The line that <c>--verbose</c> writes for a request: <c>GET /v1/user_profiles?limit=2 200</c>.</summary>
internal static class RequestLine
{
    /// <summary>Returns what writes the lines. Requests are answered side by side, lines are written one by one.</summary>
    public static Action<EmulatorRequest> WriterTo(TextWriter output)
    {
        var lines = TextWriter.Synchronized(output);
        return request => lines.WriteLine(Of(request));
    }

    private static string Of(EmulatorRequest request) =>
        $"{request.Method} {request.PathAndQuery} {(request.Status == 0 ? "connection closed" : request.Status)}";
}
