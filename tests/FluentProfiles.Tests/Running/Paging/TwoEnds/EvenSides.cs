using FluentProfiles.Emulator;

namespace FluentProfiles.Tests.Running.Paging.TwoEnds;

/// <summary>Keeps the two sides of a scan even, however slow one of them is: the near side gets its next page only after the far side
/// has requested a page of the same number.</summary>
/// <param name="mostPages">The most pages of a side.</param>
internal sealed class EvenSides(int mostPages)
{
    private readonly TaskCompletionSource[] requested =
    [
        .. Enumerable
            .Range(0, mostPages)
            .Select(_ => new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously)),
    ];
    private int near = -1;
    private int far = -1;

    /// <summary>Waits until a request may be answered.</summary>
    public Task WaitAsync(EmulatorRequest request, CancellationToken cancellationToken)
    {
        if (!request.PathAndQuery.Contains("order=asc", StringComparison.Ordinal))
            return requested[Interlocked.Increment(ref near)].Task.WaitAsync(cancellationToken);
        requested[Interlocked.Increment(ref far)].SetResult();
        return Task.CompletedTask;
    }
}
