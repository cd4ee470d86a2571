using FluentProfiles.Mirror.Passes;

namespace FluentProfiles;

public sealed partial class ProfileMirror
{
    internal MirrorPasses Passes { get; }

    /// <summary>Reads every profile and brings the mirror in line with the service. Sends one request for each 100 profiles, one for
    /// each stored profile that is not listed, and ten for known profiles before the first write or after a change of the key. An
    /// interrupted pass is resumed where it stopped, also by another process. Waits while another full pass of this object
    /// runs.</summary>
    /// <remarks>Marks of profiles that have to be read again, because of webhook events or writes of your own that could not be stored,
    /// are settled if they were made six minutes before the start of the pass or earlier. Of the others, up to 40 that are due are read
    /// after the pass, with one request each that the report does not count. If such a reading fails, a later pass tries it
    /// again.</remarks>
    /// <param name="progress">Receives what the pass has done so far, after each page; null for none.</param>
    /// <param name="cancellationToken">Cancels the pass with an <see cref="OperationCanceledException"/>. The next call resumes
    /// it.</param>
    /// <returns>What the pass has done.</returns>
    /// <exception cref="MirrorBusyException">Another process refreshes the mirror. If that process has died, the method waits up
    /// to seven seconds for its lease to expire.</exception>
    /// <exception cref="MirrorLeaseLostException">The process lost the lease while the pass ran. The next call resumes the
    /// pass.</exception>
    /// <exception cref="MirrorStoppedException">The pass would exceed its limits, or the key finds none of the stored
    /// profiles.</exception>
    /// <exception cref="MirrorDatabaseException">The database failed.</exception>
    /// <exception cref="ProfilesException">The service rejected a request, or the connection failed, and the retries are
    /// spent. The next call resumes the pass.</exception>
    public Task<MirrorPassReport> RefreshAsync(
        IProgress<MirrorPassReport>? progress = null,
        CancellationToken cancellationToken = default
    ) => RefreshAsync(MirrorPassKind.Full, progress, cancellationToken);

    /// <summary>Reads the newest profiles, until it reaches those that an earlier pass has read. Usually sends one
    /// request.</summary>
    /// <remarks>After the pass, up to 40 profiles are read that are marked and due, because of webhook events or writes of your own that
    /// could not be stored, with one request each that the report does not count. If such a reading fails, a later pass tries it
    /// again.</remarks>
    /// <param name="cancellationToken">Cancels the pass with an <see cref="OperationCanceledException"/>.</param>
    /// <returns>What the pass has done.</returns>
    /// <exception cref="MirrorNotReadyException">No full pass is complete yet.</exception>
    /// <exception cref="MirrorBusyException">Another process refreshes the mirror. If that process has died, the method waits up
    /// to seven seconds for its lease to expire.</exception>
    /// <exception cref="MirrorLeaseLostException">The process lost the lease while the pass ran. The next call resumes the
    /// pass.</exception>
    /// <exception cref="MirrorStoppedException">The pass would exceed its limits, or the key finds none of the stored
    /// profiles.</exception>
    /// <exception cref="MirrorDatabaseException">The database failed.</exception>
    /// <exception cref="ProfilesException">The service rejected a request, or the connection failed, and the retries are
    /// spent.</exception>
    public Task<MirrorPassReport> RefreshNewAsync(CancellationToken cancellationToken = default) =>
        RefreshAsync(MirrorPassKind.New, progress: null, cancellationToken);

    /// <summary>Reads the profiles whose enforcement status is a known one other than
    /// <see cref="EnforcementStatus.Unrestricted"/>, and then each stored profile that had such a status and is not among
    /// them, by one request. The number of requests depends on how many profiles have such a status. It removes nothing.</summary>
    /// <remarks>After the pass, up to 40 profiles are read that are marked and due, as after
    /// <see cref="RefreshNewAsync"/>.</remarks>
    /// <param name="cancellationToken">Cancels the pass with an <see cref="OperationCanceledException"/>. The next call resumes
    /// it.</param>
    /// <returns>What the pass has done.</returns>
    /// <exception cref="MirrorNotReadyException">No full pass is complete yet.</exception>
    /// <exception cref="MirrorBusyException">Another process refreshes the mirror. If that process has died, the method waits up
    /// to seven seconds for its lease to expire.</exception>
    /// <exception cref="MirrorLeaseLostException">The process lost the lease while the pass ran. The next call resumes the
    /// pass.</exception>
    /// <exception cref="MirrorStoppedException">The pass would exceed its limits, or the key finds none of the stored
    /// profiles.</exception>
    /// <exception cref="MirrorDatabaseException">The database failed.</exception>
    /// <exception cref="ProfilesConfigurationException">The client's betas choose a shape that can't be filtered by
    /// status.</exception>
    /// <exception cref="ProfilesException">The service rejected a request, or the connection failed, and the retries are
    /// spent. The next call resumes the pass.</exception>
    public Task<MirrorPassReport> RefreshStatusesAsync(CancellationToken cancellationToken = default) =>
        RefreshAsync(MirrorPassKind.Statuses, progress: null, cancellationToken);

    /// <summary>Resumes a stopped pass and runs it to the end without limits.</summary>
    /// <param name="pass">The number of the pass, from <see cref="MirrorStoppedException.Pass"/> or
    /// <see cref="MirrorStatus.StoppedPass"/>.</param>
    /// <param name="cancellationToken">Cancels the pass with an <see cref="OperationCanceledException"/>. The approval stays, and the
    /// next pass of the kind resumes it.</param>
    /// <returns>What the pass has done.</returns>
    /// <exception cref="ArgumentException">No pass of that number has stopped, or another pass has begun since.</exception>
    /// <exception cref="MirrorBusyException">Another process refreshes the mirror.</exception>
    /// <exception cref="ProfilesException">As for the method that started the pass.</exception>
    public async Task<MirrorPassReport> ApproveAsync(long pass, CancellationToken cancellationToken = default) =>
        await Passes.ApproveAsync(pass, cancellationToken).ConfigureAwait(false)
        ?? throw new ArgumentException(
            $"No pass with the number {pass} has stopped, or another one has begun since. GetStatusAsync() returns the number of the pass that has stopped.",
            nameof(pass)
        );

    /// <summary>Returns the status of the mirror. Reads the database, and sends no request.</summary>
    /// <param name="cancellationToken">Cancels the read with an <see cref="OperationCanceledException"/>.</param>
    /// <exception cref="MirrorDatabaseException">The database failed.</exception>
    /// <exception cref="MirrorSchemaException">A migration is missing. Only a mirror in a container can throw this.</exception>
    public Task<MirrorStatus> GetStatusAsync(CancellationToken cancellationToken = default) =>
        Passes.ReadStatusAsync(cancellationToken);

    internal async Task<MirrorPassReport> RunPassAsync(MirrorPassKind kind, CancellationToken cancellationToken)
    {
        await ThrowUnlessPossibleAsync(kind, cancellationToken).ConfigureAwait(false);
        return await Passes.RunAsync(kind, progress: null, cancellationToken).ConfigureAwait(false);
    }

    /// <summary>Runs a pass, and reads what is marked.</summary>
    private async Task<MirrorPassReport> RefreshAsync(
        MirrorPassKind kind,
        IProgress<MirrorPassReport>? progress,
        CancellationToken cancellationToken
    )
    {
        await ThrowUnlessPossibleAsync(kind, cancellationToken).ConfigureAwait(false);
        var hold = await Passes.Leases.HoldAsync(cancellationToken).ConfigureAwait(false);
        await using var _ = hold.ConfigureAwait(false);
        var report = await Passes.RunAsync(kind, progress, cancellationToken).ConfigureAwait(false);
        await InboxReader.CatchUpAsync(cancellationToken).ConfigureAwait(false);
        return report;
    }

    private async Task ThrowUnlessPossibleAsync(MirrorPassKind kind, CancellationToken cancellationToken)
    {
        if (kind == MirrorPassKind.Statuses && !CanSweep)
            throw new ProfilesConfigurationException(
                "The betas of the client choose a shape by which the service can't filter by enforcement_status. Give the mirror a client without a user-profiles beta."
            );
        if (kind == MirrorPassKind.Full)
            return;
        var scope = await Store.ReadScopeAsync(cancellationToken).ConfigureAwait(false);
        if (scope.AsOf is null)
            throw new MirrorNotReadyException(
                "The mirror has no complete full pass yet, so there is nothing to bring up to date. Call RefreshAsync() first."
            );
    }

    /// <summary>False where the client's shape can't be filtered by status.</summary>
    internal bool CanSweep => PassService.Status.IsServedBy(Client.Service.Settings.Betas.Revision);
}
