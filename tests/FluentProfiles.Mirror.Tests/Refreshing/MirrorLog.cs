using System.Collections.Concurrent;
using Microsoft.Extensions.Logging;

namespace FluentProfiles.Mirror.Tests.Refreshing;

/// <summary>Keeps what the refresher logs.</summary>
internal sealed class MirrorLog : ILoggerProvider
{
    private readonly ConcurrentQueue<(string Event, LogLevel Level, string Text)> entries = [];

    public IReadOnlyList<(string Event, LogLevel Level, string Text)> Entries => [.. entries];

    public ILogger CreateLogger(string categoryName) =>
        categoryName == "FluentProfiles.ProfileMirror"
            ? new Writer(entries)
            : Microsoft.Extensions.Logging.Abstractions.NullLogger.Instance;

    public void Dispose() { }

    private sealed class Writer(ConcurrentQueue<(string Event, LogLevel Level, string Text)> entries) : ILogger
    {
        public bool IsEnabled(LogLevel logLevel) => true;

        public IDisposable? BeginScope<TState>(TState state)
            where TState : notnull => null;

        public void Log<TState>(
            LogLevel logLevel,
            EventId eventId,
            TState state,
            Exception? exception,
            Func<TState, Exception?, string> formatter
        ) => entries.Enqueue((eventId.Name ?? "", logLevel, formatter(state, exception)));
    }
}
