using FluentProfiles.Telemetry;
using Microsoft.Extensions.Logging;

namespace FluentProfiles.Mirror.Telemetry;

/// <summary>A log whose exceptions change nothing: an <see cref="ILogger"/> throws if one of its providers does.</summary>
/// <param name="log">The log.</param>
/// <param name="watchers">Takes its exceptions.</param>
internal sealed class WatchedLog(ILogger log, Watchers watchers) : ILogger
{
    public bool IsEnabled(LogLevel logLevel)
    {
        var isEnabled = false;
        watchers.Log(log, it => isEnabled = it.IsEnabled(logLevel));
        return isEnabled;
    }

    public IDisposable? BeginScope<TState>(TState state)
        where TState : notnull => log.BeginScope(state);

    public void Log<TState>(
        LogLevel logLevel,
        EventId eventId,
        TState state,
        Exception? exception,
        Func<TState, Exception?, string> formatter
    ) => watchers.Log(log, it => it.Log(logLevel, eventId, state, exception, formatter));
}
