namespace FluentProfiles.Mirror.References.Creating;

/// <summary>Renews a claim until it is disposed of, so that no other process takes it over from a slow look. A process that has stopped
/// renews nothing.</summary>
internal sealed class ClaimKeeping : IAsyncDisposable
{
    private readonly ReferenceParts parts;
    private readonly HeldClaim held;
    private readonly CancellationTokenSource end = new();
    private readonly Task keeping;

    /// <param name="parts">What the steps need.</param>
    /// <param name="held">The claim.</param>
    public ClaimKeeping(ReferenceParts parts, HeldClaim held)
    {
        (this.parts, this.held) = (parts, held);
        keeping = RunAsync();
    }

    public async ValueTask DisposeAsync()
    {
        await end.CancelAsync().ConfigureAwait(false);
        await keeping.ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        end.Dispose();
    }

    private async Task RunAsync()
    {
        var isHeld = true;
        while (isHeld)
        {
            await Task.Delay(parts.Times.Renewal, parts.Clock, end.Token).ConfigureAwait(false);
            try
            {
                isHeld = await parts.Own.RenewAsync(held, end.Token).ConfigureAwait(false);
            }
            catch (MirrorException)
            {
                // The database may answer the next time. Otherwise the claim ends.
            }
        }
    }
}
