using System.Collections.Concurrent;
using System.Diagnostics.Tracing;

namespace FluentProfiles.Tests.Reliability;

/// <summary>Sees which buffers the shared pool has lent out: those of the size in which the library reads answers.</summary>
internal sealed class PoolWatch : EventListener
{
    private const int AnswerBytes = 16 * 1024;

    private readonly ConcurrentDictionary<int, int> lent = new();

    /// <summary>How many are lent out and were not given back.</summary>
    public int Lent => lent.Count;

    protected override void OnEventSourceCreated(EventSource eventSource)
    {
        if (eventSource.Name == "System.Buffers.ArrayPoolEventSource")
            EnableEvents(eventSource, EventLevel.Verbose);
    }

    protected override void OnEventWritten(EventWrittenEventArgs eventData)
    {
        // Field initialisers run before the base's constructor, which may raise the first event.
        var (buffer, size) = ((int)eventData.Payload![0]!, (int)eventData.Payload[1]!);
        if (size < AnswerBytes)
            return;
        if (eventData.EventName == "BufferRented")
            lent[buffer] = size;
        else if (eventData.EventName == "BufferReturned")
            lent.TryRemove(buffer, out _);
    }
}
