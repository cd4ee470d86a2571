using FluentProfiles.Emulator;

namespace FluentProfiles.Tests;

/// <summary>Holds the answer to one request until it is opened.</summary>
internal sealed class Gate
{
    private readonly TaskCompletionSource arrived = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private readonly TaskCompletionSource abandoned = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private readonly TaskCompletionSource open = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private int requests;

    /// <param name="emulator">Whose answer to hold.</param>
    /// <param name="request">The number of the request, from 1.</param>
    public Gate(ProfileEmulator emulator, int request) =>
        emulator.BeforeResponse = async (_, ended) =>
        {
            if (Interlocked.Increment(ref requests) != request)
                return;
            arrived.TrySetResult();
            try
            {
                await open.Task.WaitAsync(ended);
            }
            catch (OperationCanceledException)
            {
                abandoned.TrySetResult();
                throw;
            }
        };

    /// <summary>Completes when the request is there.</summary>
    public Task Arrived => arrived.Task.WaitAsync(TimeSpan.FromSeconds(20));

    /// <summary>Completes when the client has given the request up.</summary>
    public Task Abandoned => abandoned.Task.WaitAsync(TimeSpan.FromSeconds(20));

    public void Open() => open.TrySetResult();
}
