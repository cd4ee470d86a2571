namespace FluentProfiles.Http;

/// <summary>The calls that wait for their turn, the one with the lowest ticket first.</summary>
internal sealed class WaitingLine
{
    private readonly SortedDictionary<long, TaskCompletionSource> turns = [];

    public int Count => turns.Count;

    /// <summary>Adds a call, which must not wait already.</summary>
    /// <returns>A task that completes when the call may enter, or is cancelled.</returns>
    public async Task Add(long ticket, CancellationToken cancellationToken)
    {
        TaskCompletionSource turn = new(TaskCreationOptions.RunContinuationsAsynchronously);
        turns.Add(ticket, turn);
        using var registration = cancellationToken.UnsafeRegister(
            static (turn, token) => ((TaskCompletionSource)turn!).TrySetCanceled(token),
            turn
        );
        await turn.Task.ConfigureAwait(false);
    }

    /// <summary>Removes a call that was cancelled.</summary>
    public void Remove(long ticket) => turns.Remove(ticket);

    /// <summary>Ends the wait of the first call that was not cancelled.</summary>
    /// <returns>False when there is none.</returns>
    public bool LetFirstIn()
    {
        while (turns.Count > 0)
        {
            var (ticket, turn) = turns.First();
            turns.Remove(ticket);
            if (turn.TrySetResult())
                return true;
        }
        return false;
    }
}
