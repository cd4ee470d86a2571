namespace FluentProfiles.Mirror.Tests.Reliability;

/// <summary>Holds some answers back until others have been sent, so that they arrive in another order than they were made.</summary>
/// <param name="most">The most that are held at once. One more sends the oldest.</param>
/// <param name="seed">Chooses.</param>
internal sealed class LateAnswers(int most, int seed)
{
    private readonly Random random = new(seed);
    private readonly Queue<TaskCompletionSource> held = [];

    /// <summary>Completes when the answer may be sent.</summary>
    public async Task HoldAsync(CancellationToken cancellationToken)
    {
        TaskCompletionSource released = new(TaskCreationOptions.RunContinuationsAsynchronously);
        lock (held)
        {
            if (random.Next(2) == 0)
                return;
            held.Enqueue(released);
            if (held.Count > random.Next(most))
                held.Dequeue().TrySetResult();
        }
        // Where all that could release it are held themselves.
        await Task.WhenAny(released.Task, Task.Delay(TimeSpan.FromMilliseconds(15), cancellationToken));
    }

    public void ReleaseAll()
    {
        lock (held)
        {
            while (held.TryDequeue(out var released))
                released.TrySetResult();
        }
    }
}
