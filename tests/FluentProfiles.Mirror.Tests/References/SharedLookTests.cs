using FluentProfiles.Mirror.References;

namespace FluentProfiles.Mirror.Tests.References;

public sealed class SharedLookTests
{
    [Fact]
    public async Task ALookThatFailsAfterItsCallersHaveLeft_IsObserved()
    {
        using UnobservedFailures<LateLookException> failures = new();

        await FailLateAsync();

        Assert.Equal(0, failures.Count());
    }

    [Fact]
    public async Task ALookOfAMirrorThatIsDisposed_Throws()
    {
        using CancellationTokenSource stop = new();
        SharedLook looks = new(
            async (_, token) =>
            {
                await Task.Delay(Timeout.Infinite, token);
                return new(known: null, begun: default);
            },
            stop.Token
        );

        var look = looks.RunAsync(from: null, default);
        await stop.CancelAsync();

        await Assert.ThrowsAsync<ObjectDisposedException>(() => look);
    }

    private static async Task FailLateAsync()
    {
        TaskCompletionSource begun = new();
        TaskCompletionSource go = new();
        using CancellationTokenSource caller = new();
        SharedLook looks = new(
            async (_, _) =>
            {
                begun.SetResult();
                // The failure comes within SetResult().
                await go.Task.ConfigureAwait(false);
                throw new LateLookException();
            },
            default
        );
        var left = looks.RunAsync(from: null, caller.Token);
        await begun.Task;
        await caller.CancelAsync();
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => left);
        go.SetResult();
    }

    private sealed class LateLookException : Exception;
}
