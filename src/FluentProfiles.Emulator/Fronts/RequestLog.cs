using FluentProfiles.Emulator.Protocol;

namespace FluentProfiles.Emulator.Fronts;

/// <summary>The latest requests, in order of arrival; the status is added when there is one. Thread-safe.</summary>
internal sealed class RequestLog(bool enabled)
{
    private readonly BoundedLog<LoggedRequest> log = new(entry => SizeOf(entry.Request));

    public IReadOnlyList<EmulatorRequest> Snapshot() => [.. log.Snapshot().Select(entry => entry.Request)];

    public void Clear() => log.Clear();

    /// <summary>Adds a request.</summary>
    /// <returns>The entry, or null when the request is not kept. One without a key is none of a client under test.</returns>
    public LoggedRequest? Add(EmulatorRequest request)
    {
        if (!enabled || !RequestChecks.HasCredentials(request))
            return null;
        LoggedRequest entry = new(request);
        log.Add(entry);
        return entry;
    }

    private static int SizeOf(EmulatorRequest request) =>
        request.PathAndQuery.Length
        + request.Body.Length
        + request.Headers.Sum(header => header.Key.Length + header.Value.Length);
}
