using System.Diagnostics.CodeAnalysis;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;

namespace FluentProfiles.Hosting;

/// <summary>The current options of a name. If those of a reload can't be created, the previous ones apply, and the reloaded ones
/// are tried again later: what has failed, such as a vault, may be back before the next reload. Thread-safe.</summary>
internal sealed class CurrentOptions<
    [DynamicallyAccessedMembers(DynamicallyAccessedMemberTypes.PublicParameterlessConstructor)] TOptions
>
    where TOptions : class
{
    private static readonly TimeSpan Pause = TimeSpan.FromSeconds(30);

    private readonly object gate = new();
    private readonly IOptionsMonitor<TOptions> monitor;
    private readonly IOptionsMonitorCache<TOptions> cache;
    private readonly IOptionsFactory<TOptions> factory;
    private readonly string name;
    private readonly Func<TOptions, TimeProvider> clockOf;
    private readonly Action<string> refuse;
    private TOptions latest;
    private Exception? refused;
    private long triedAt;
    private Task trial = Task.CompletedTask;

    /// <param name="services">The container.</param>
    /// <param name="name">The name of the options.</param>
    /// <param name="clockOf">Returns the clock that options set.</param>
    /// <param name="refuse">Takes the reason why reloaded options can't be created, once for a reload.</param>
    /// <exception cref="Exception">There are no options so far that can be created.</exception>
    public CurrentOptions(
        IServiceProvider services,
        string name,
        Func<TOptions, TimeProvider> clockOf,
        Action<string> refuse
    )
    {
        (this.name, this.clockOf, this.refuse) = (name, clockOf, refuse);
        monitor = services.GetRequiredService<IOptionsMonitor<TOptions>>();
        cache = services.GetRequiredService<IOptionsMonitorCache<TOptions>>();
        factory = services.GetRequiredService<IOptionsFactory<TOptions>>();
        latest = First();
    }

    public TOptions Get()
    {
        try
        {
            return latest = monitor.Get(name);
        }
        catch (Exception failure)
        {
            Refuse(failure);
            return latest;
        }
    }

    private TOptions First()
    {
        try
        {
            return monitor.Get(name);
        }
        catch (Exception)
        {
            // It may be an exception of the past that the monitor keeps.
            cache.TryRemove(name);
            return monitor.Get(name);
        }
    }

    private void Refuse(Exception failure)
    {
        var clock = clockOf(latest);
        lock (gate)
        {
            // The monitor throws the same object until the next reload.
            if (failure == refused)
            {
                if (trial.IsCompleted && clock.GetElapsedTime(triedAt) >= Pause)
                    (trial, triedAt) = (Task.Run(TryAgain), clock.GetTimestamp());
                return;
            }
            (refused, triedAt) = (failure, clock.GetTimestamp());
        }
        refuse(OwnMessage.Of(failure) ?? $"creating the reloaded options threw {failure.GetType().Name}");
    }

    /// <summary>Lets the monitor create the options again if that may succeed. A request does not wait for it.</summary>
    private void TryAgain()
    {
        try
        {
            factory.Create(name);
            cache.TryRemove(name);
        }
        catch (Exception)
        {
            // Still the failure that was reported, or one like it.
        }
    }
}
