using FluentProfiles.Tests.Secrecy;
using Microsoft.Extensions.Logging;

namespace FluentProfiles.Hosting.Tests;

/// <summary>Notes everything that a log is given: texts, structured values, scopes, exceptions.</summary>
internal sealed class EmissionsLogger(Emissions emissions) : ILoggerProvider, ILogger
{
    private readonly HashSet<string> names = [];

    /// <summary>The names of the events that were logged.</summary>
    public IReadOnlyCollection<string> Names
    {
        get
        {
            lock (names)
                return [.. names];
        }
    }

    public ILogger CreateLogger(string categoryName) => this;

    public bool IsEnabled(LogLevel logLevel) => true;

    public IDisposable? BeginScope<TState>(TState state)
        where TState : notnull
    {
        emissions.Note(state);
        return null;
    }

    public void Log<TState>(
        LogLevel logLevel,
        EventId eventId,
        TState state,
        Exception? exception,
        Func<TState, Exception?, string> formatter
    )
    {
        lock (names)
            names.Add(eventId.Name ?? "");
        emissions.Note(state);
        emissions.Note(formatter(state, exception));
        emissions.Note(exception);
    }

    public void Dispose() { }
}
