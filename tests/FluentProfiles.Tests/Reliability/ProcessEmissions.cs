using System.Collections;
using System.Collections.Concurrent;
using System.Diagnostics;
using System.Diagnostics.Metrics;
using System.Diagnostics.Tracing;

namespace FluentProfiles.Tests.Reliability;

/// <summary>Gathers as text whatever a process lets out while a test runs: traces, metrics, events, what is written to the
/// console, and what the test adds.</summary>
internal sealed class ProcessEmissions : EventListener
{
    private readonly ConcurrentQueue<string> texts = [];
    private readonly ActivityListener activities;
    private readonly MeterListener meters;
    private readonly StringWriter console = new();
    private readonly TextWriter shared;
    private readonly (TextWriter Out, TextWriter Error) usual = (Console.Out, Console.Error);

    public ProcessEmissions()
    {
        shared = TextWriter.Synchronized(console);
        Console.SetOut(shared);
        Console.SetError(shared);
        activities = new()
        {
            ShouldListenTo = _ => true,
            Sample = (ref ActivityCreationOptions<ActivityContext> _) => ActivitySamplingResult.AllDataAndRecorded,
            ActivityStopped = Add,
        };
        ActivitySource.AddActivityListener(activities);
        meters = new() { InstrumentPublished = (instrument, listener) => listener.EnableMeasurementEvents(instrument) };
        meters.SetMeasurementEventCallback<long>((instrument, value, tags, _) => AddMeasured(instrument, value, tags));
        meters.SetMeasurementEventCallback<int>((instrument, value, tags, _) => AddMeasured(instrument, value, tags));
        meters.SetMeasurementEventCallback<double>(
            (instrument, value, tags, _) => AddMeasured(instrument, value, tags)
        );
        meters.Start();
    }

    public IReadOnlyList<string> Texts => [.. texts, ReadConsole()];

    /// <summary>Adds what something prints and, with all that hangs on it, what its public properties print.</summary>
    public void Add(object? emitted) => Add(emitted, 4);

    public override void Dispose()
    {
        Console.SetOut(usual.Out);
        Console.SetError(usual.Error);
        activities.Dispose();
        meters.Dispose();
        base.Dispose();
    }

    protected override void OnEventSourceCreated(EventSource eventSource)
    {
        // .NET's own diagnostics of HTTP show headers to whoever asks for them by this name; that is not ours to change.
        if (!eventSource.Name.StartsWith("Private.", StringComparison.Ordinal) && eventSource.Name.Contains("Http"))
            EnableEvents(eventSource, EventLevel.Verbose);
        if (eventSource.Name.StartsWith("FluentProfiles", StringComparison.Ordinal))
            EnableEvents(eventSource, EventLevel.Verbose);
    }

    protected override void OnEventWritten(EventWrittenEventArgs eventData) =>
        // The first events come from within the base's constructor.
        texts?.Enqueue($"{eventData.EventName} {string.Join(' ', eventData.Payload ?? new([]))}");

    /// <summary>Other tests write to the console meanwhile; a synchronized writer locks itself for each call.</summary>
    private string ReadConsole()
    {
        lock (shared)
            return console.ToString();
    }

    private void Add(Activity activity) =>
        texts.Enqueue(
            $"{activity.OperationName} {activity.DisplayName} {activity.StatusDescription} "
                + string.Join(' ', activity.TagObjects)
                + string.Join(' ', activity.Baggage)
                + string.Join(' ', activity.Events.Select(one => one.Name + string.Join(' ', one.Tags)))
        );

    private void AddMeasured(Instrument instrument, object value, ReadOnlySpan<KeyValuePair<string, object?>> tags) =>
        texts.Enqueue($"{instrument.Name} {value} {string.Join(' ', tags.ToArray())}");

    private void Add(object? emitted, int depth)
    {
        if (emitted is null || depth == 0)
            return;
        texts.Enqueue(emitted.ToString() ?? "");
        if (emitted is string or Type or System.Reflection.MemberInfo || emitted.GetType().IsPrimitive)
            return;
        if (emitted is IEnumerable items)
        {
            foreach (var item in items)
                Add(item, depth - 1);
        }
        foreach (var property in emitted.GetType().GetProperties())
        {
            if (
                property.GetIndexParameters().Length == 0
                && property.PropertyType != typeof(System.Reflection.MethodBase)
            )
                Add(property.GetValue(emitted), depth - 1);
        }
    }
}
