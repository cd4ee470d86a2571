using FluentProfiles.Http.Failures;

namespace FluentProfiles.Http.Calls;

/// <summary>One write as its observers follow it.</summary>
internal readonly struct ObservedWrites(IReadOnlyList<IObservedWrite> writes)
{
    public static ObservedWrites Begin(ServiceClient service, ServiceCall call, string? id) =>
        new([
            .. service
                .WriteObservers.Select(observer => observer.Begin(service.Settings, call, id))
                .OfType<IObservedWrite>(),
        ]);

    public void Read(ServiceAnswer answer)
    {
        foreach (var write in writes)
            write.Read(answer);
    }

    public async Task AcceptAsync(CancellationToken cancellationToken)
    {
        foreach (var write in writes)
            await write.AcceptAsync(cancellationToken).ConfigureAwait(false);
    }

    /// <summary>Takes a failure, after which the service may have another state of the profile than before.</summary>
    public void Fail(Exception failure)
    {
        if (!IsInDoubt(failure))
            return;
        foreach (var write in writes)
            write.Doubt();
    }

    private static bool IsInDoubt(Exception failure) =>
        failure switch
        {
            ProfilesNotFoundException { IsOfService: true } => true,
            ProfilesException failed => RequestOutcome.MayHaveEffect(failed),
            // A cancelled write may have arrived.
            _ => true,
        };
}
