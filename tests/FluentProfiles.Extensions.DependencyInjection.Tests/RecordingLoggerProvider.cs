using System.Collections.Concurrent;
using Microsoft.Extensions.Logging;

namespace FluentProfiles.Hosting.Tests;

/// <summary>Keeps what is logged, of every category and level.</summary>
internal sealed class RecordingLoggerProvider : ILoggerProvider, ILogger
{
    private readonly ConcurrentQueue<(EventId Event, LogLevel Level, string Text)> entries = [];

    public IReadOnlyList<(EventId Event, LogLevel Level, string Text)> Entries => [.. entries];

    public ILogger CreateLogger(string categoryName) => this;

    public bool IsEnabled(LogLevel logLevel) => true;

    public IDisposable? BeginScope<TState>(TState state)
        where TState : notnull
    {
        entries.Enqueue((default, LogLevel.Trace, state.ToString() ?? ""));
        return null;
    }

    public void Log<TState>(
        LogLevel logLevel,
        EventId eventId,
        TState state,
        Exception? exception,
        Func<TState, Exception?, string> formatter
    ) => entries.Enqueue((eventId, logLevel, formatter(state, exception) + exception));

    public void Dispose() { }
}
