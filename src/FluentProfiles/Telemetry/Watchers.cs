using System.Diagnostics;
using System.Diagnostics.Metrics;

namespace FluentProfiles.Telemetry;

/// <summary>Calls everything that only watches a client: its observers, progress callbacks, and listeners of spans and metrics.
/// Whatever they throw stays here, since it must not turn a write that succeeded into a failure. The observers are told of
/// it.</summary>
/// <param name="observer">The observers, or null for none. Each is called, even where one before it throws.</param>
internal sealed class Watchers(Action<ProfilesEvent>? observer)
{
    private readonly Action<ProfilesEvent>[] observers =
    [
        .. (observer?.GetInvocationList() ?? []).Cast<Action<ProfilesEvent>>(),
    ];

    public static Watchers None { get; } = new(null);

    public bool HasObserver => observers.Length > 0;

    public void Tell(ProfilesEvent happened)
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

    public Activity? StartSpan(string name, ActivityKind kind)
    {
        var parent = Activity.Current;
        try
        {
            return ProfilesTelemetry.Spans.StartActivity(name, kind);
        }
        catch (Exception thrown)
        {
            // The span is the current one by then.
            Activity.Current = parent;
            Failed("ActivityListener", thrown);
            return null;
        }
    }

    public void EndSpan(Activity span)
    {
        Call("ActivityListener", span, static span => span.Dispose());
        // Not done by .NET where a listener throws.
        if (Activity.Current == span)
            Activity.Current = span.Parent;
    }

    private void Call<T>(string callback, T state, Action<T> call, ProfilesEvent? about = null)
    {
        try
        {
            call(state);
        }
        catch (Exception thrown)
        {
            // One that can't be told of a failure is not told of that either.
            if (about is not CallbackFailedEvent)
                Failed(callback, thrown);
        }
    }

    private void Failed(string callback, Exception thrown) =>
        Tell(new CallbackFailedEvent { Callback = callback, ErrorType = ProfilesTelemetry.ErrorType(thrown) });
}
