using System.Collections;
using System.Collections.Concurrent;
using System.Diagnostics;
using System.Diagnostics.Metrics;
using System.Globalization;
using System.Reflection;

namespace FluentProfiles.Tests.Secrecy;

/// <summary>Collects every text that leaves the library: spans, metrics, events, and whatever is noted.</summary>
internal sealed class Emissions : IDisposable
{
    private readonly ConcurrentQueue<string> texts = [];
    private readonly ActivityListener spans;
    private readonly MeterListener metrics = new();

    public Emissions()
    {
        spans = new()
        {
            ShouldListenTo = source => source.Name == "FluentProfiles",
            Sample = (ref ActivityCreationOptions<ActivityContext> _) => ActivitySamplingResult.AllDataAndRecorded,
            ActivityStopped = Note,
        };
        ActivitySource.AddActivityListener(spans);
        metrics.InstrumentPublished = (instrument, listener) =>
        {
            if (instrument.Meter.Name == "FluentProfiles")
                listener.EnableMeasurementEvents(instrument);
        };
        metrics.SetMeasurementEventCallback<long>((_, _, tags, _) => Note(tags.ToArray()));
        metrics.Start();
    }

    public IReadOnlyCollection<string> Texts => texts;

    /// <summary>Notes an object: its text, and those of all that it holds.</summary>
    public void Note(object? value) => Note(value, depth: 0);

    public void Dispose()
    {
        spans.Dispose();
        metrics.Dispose();
    }

    private void Note(Activity span)
    {
        Note(span.DisplayName);
        Note(span.StatusDescription);
        Note(span.TagObjects);
        Note(span.Baggage);
        Note(span.TraceStateString);
        foreach (var happened in span.Events)
        {
            Note(happened.Name);
            Note(happened.Tags);
        }
    }

    private void Note(object? value, int depth)
    {
        if (value is null || depth > 6)
            return;
        if (value is string or IFormattable || value.GetType().IsPrimitive)
        {
            texts.Enqueue(Convert.ToString(value, CultureInfo.InvariantCulture) ?? "");
            return;
        }
        texts.Enqueue($"{value}");
        if (value is IEnumerable items)
        {
            foreach (var item in items)
                Note(item, depth + 1);
        }
        else if (IsOurs(value) || value is Exception || IsPair(value))
        {
            foreach (var property in value.GetType().GetProperties(BindingFlags.Public | BindingFlags.Instance))
            {
                if (property.GetIndexParameters().Length == 0 && property.Name != nameof(Exception.TargetSite))
                    Note(property.GetValue(value), depth + 1);
            }
        }
    }

    private static bool IsPair(object value) =>
        value is DictionaryEntry
        || (value.GetType().IsGenericType && value.GetType().GetGenericTypeDefinition() == typeof(KeyValuePair<,>));

    // A profile is what the application asked for: its values are the service's, whatever they are.
    private static bool IsOurs(object value) =>
        value.GetType().Assembly == typeof(ProfilesClient).Assembly && value is not UserProfile;
}
