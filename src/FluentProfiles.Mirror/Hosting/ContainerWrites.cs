using FluentProfiles.Hosting;
using FluentProfiles.Http.Calls;
using FluentProfiles.Mirror.Refreshing;
using FluentProfiles.Mirror.Telemetry;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;

namespace FluentProfiles.Mirror.Hosting;

/// <summary>Brings the writes of the container's client into the container's mirror. The first write creates the mirror: without a host,
/// nothing else may have done so. Thread-safe.</summary>
internal sealed class ContainerWrites(
    IServiceProvider container,
    IOptions<ProfileMirrorOptions> options,
    ILoggerFactory loggers
) : IWriteObserver
{
    private bool hasFailed;

    public IObservedWrite? Begin(ServiceSettings settings, ServiceCall call, string? id)
    {
        try
        {
            return options.Value.WritesThrough
                ? container.GetRequiredService<ProfileMirror>().WritingThrough.Begin(settings, call, id)
                : null;
        }
        catch (ObjectDisposedException)
        {
            // The container has ended before its client.
            return null;
        }
        catch (Exception failure)
        {
            // A write of the application does not fail because of the mirror.
            if (!Interlocked.Exchange(ref hasFailed, true))
                LogOf(settings).NotWrittenThrough(FailureText.Of(failure), failure);
            return null;
        }
    }

    private WatchedLog LogOf(ServiceSettings settings) =>
        new(loggers.CreateLogger(ProfileMirrorServiceCollectionExtensions.Category), settings.Watchers.LogFailed);
}
