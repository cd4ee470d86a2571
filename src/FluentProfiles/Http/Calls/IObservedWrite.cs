namespace FluentProfiles.Http.Calls;

/// <summary>A write that an observer follows. It throws nothing.</summary>
internal interface IObservedWrite
{
    /// <summary>Takes the answer of an accepted write, whose body is gone afterwards. A delete may have none.</summary>
    void Read(ServiceAnswer answer);

    /// <summary>Called when the service has accepted the write. The caller waits for it, so it takes a short time at most.</summary>
    /// <param name="cancellationToken">Ends the wait early.</param>
    Task AcceptAsync(CancellationToken cancellationToken);

    /// <summary>Called when the service may have carried out the write, or does not have the profile.</summary>
    void Doubt();
}
