using System.Diagnostics;
using System.Diagnostics.Metrics;

namespace FluentProfiles.Telemetry;

/// <summary>Calls the code that watches a client: observers, progress callbacks, logs, and listeners of spans and metrics. Their
/// exceptions are dropped, because they must not turn a write that succeeded into a failure. The observers receive a
/// <see cref="CallbackFailedEvent"/>.</summary>
/// <param name="observer">The observers, or null for none. Each is called, even where one before it throws.</param>
internal sealed class Watchers(Action<ProfilesEvent>? observer)
{
    private readonly Action<ProfilesEvent>[] observers =
    [
        .. (observer?.GetInvocationList() ?? []).Cast<Action<ProfilesEvent>>(),
    ];

    public static Watchers None { get; } = new(null);

    public bool HasObserver => observers.Length > 0;

    public void Notify(ProfilesEvent happened)
    {
        foreach (var each in observers)
            Call("Observer", (each, happened), static call => call.each(call.happened), happened);
    }

    public void Report<T>(IProgress<T> progress, T value) =>
        Call("Progress", (progress, value), static call => call.progress.Report(call.value));

    public void Count(Counter<long> counter, long number, in TagList tags = default)
    {
        if (counter.Enabled)
            Call("MeterListener", (counter, number, tags), static call => call.counter.Add(call.number, call.tags));
    }

    public void Record<T>(Histogram<T> histogram, T value, in TagList tags = default)
        where T : struct
    {
        if (histogram.Enabled)
            Call(
                "MeterListener",
                (histogram, value, tags),
                static call => call.histogram.Record(call.value, call.tags)
            );
    }

    /// <summary>Notes that a log of the application has thrown.</summary>
    public void LogFailed(Exception thrown) => Failed("Logger", thrown);

    public Activity? StartSpan(string name, ActivityKind kind)
    {
        var parent = Activity.Current;
        try
        {
            return ProfilesTelemetry.Spans.StartActivity(name, kind);
        }
        catch (Exception thrown)
        {
            // The new span is already the current one.
            Activity.Current = parent;
            Failed("ActivityListener", thrown);
            return null;
        }
    }

    public void EndSpan(Activity span)
    {
        Call("ActivityListener", span, static span => span.Dispose());
        // .NET does not do this if a listener throws.
        if (Activity.Current == span)
            Activity.Current = span.Parent;
    }

    private void Call<T>(string callback, T state, Action<T> call, ProfilesEvent? about = null)
    {
        // An observer that throws for this event must not cause another one.
        if (WatchingCode.Run(state, call) is { } thrown && about is not CallbackFailedEvent)
            Failed(callback, thrown);
    }

    private void Failed(string callback, Exception thrown) =>
        Notify(new CallbackFailedEvent { Callback = callback, ErrorType = ProfilesTelemetry.ErrorType(thrown) });
}
