using FluentProfiles.Telemetry;
using Microsoft.Extensions.Logging;

namespace FluentProfiles.Hosting;

/// <summary>A log whose exceptions change nothing: an <see cref="ILogger"/> throws if one of its providers does.</summary>
/// <param name="log">The log.</param>
/// <param name="failed">Takes its exceptions; null to drop them.</param>
internal sealed class WatchedLog(ILogger log, Action<Exception>? failed = null) : ILogger
{
    public bool IsEnabled(LogLevel logLevel)
    {
        var isEnabled = false;
        Call(() => isEnabled = log.IsEnabled(logLevel));
        return isEnabled;
    }

    public IDisposable? BeginScope<TState>(TState state)
        where TState : notnull
    {
        IDisposable? scope = null;
        Call(() => scope = log.BeginScope(state));
        return scope;
    }

    public void Log<TState>(
        LogLevel logLevel,
        EventId eventId,
        TState state,
        Exception? exception,
        Func<TState, Exception?, string> formatter
    ) => Call(() => log.Log(logLevel, eventId, state, exception, formatter));

    private void Call(Action call)
    {
        if (WatchingCode.Run(call, static call => call()) is { } thrown)
            failed?.Invoke(thrown);
    }
}
