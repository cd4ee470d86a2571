namespace FluentProfiles.Emulator.Fronts;

/// <summary>The requests received, in order of arrival; the status is added when there is one. Thread-safe.</summary>
internal sealed class RequestLog(bool enabled)
{
    private readonly object gate = new();
    private List<EmulatorRequest> requests = [];

    public IReadOnlyList<EmulatorRequest> Snapshot()
    {
        lock (gate)
            return [.. requests];
    }

    public void Clear()
    {
        lock (gate)
            requests = [];
    }

    /// <summary>Notes a request, and returns what notes its status.</summary>
    public Action<int> Add(EmulatorRequest request)
    {
        if (!enabled)
            return static _ => { };
        lock (gate)
        {
            // A log that was cleared meanwhile is another list: the status of an old request does not land in it.
            var (list, place) = (requests, requests.Count);
            list.Add(request);
            return status =>
            {
                lock (gate)
                    list[place] = request with { Status = status };
            };
        }
    }
}
