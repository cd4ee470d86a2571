namespace FluentProfiles.Mirror.WritingThrough;

/// <summary>The writes that wait for the database. They are stored together with those that come while a transaction runs, so that many
/// writes at once need few transactions. What can't be stored is noted as doubtful, in memory where the database takes
/// nothing. Thread-safe.</summary>
/// <param name="store">Stores them.</param>
/// <param name="clock">The time.</param>
internal sealed class WriteQueue(OwnWriteStore store, TimeProvider clock) : IAsyncDisposable
{
    // Other writers of the mirror wait meanwhile.
    private const int MostAtOnce = 500;

    private static readonly TimeSpan ShortestPause = TimeSpan.FromSeconds(1);
    private static readonly TimeSpan LongestPause = TimeSpan.FromMinutes(1);

    private readonly CancellationTokenSource stop = new();
    private readonly DoubtfulProfiles doubtful = new();
    private readonly List<OwnWrite> waiting = [];
    private Task running = Task.CompletedTask;
    private bool isRunning;
    private bool isDisposed;
    private volatile bool isStalled;

    /// <summary>Called with the first failure of several in a row. It must not throw.</summary>
    public Action<Exception>? Failed { private get; set; }

    /// <summary>Completed when everything is stored or noted.</summary>
    public Task Idle
    {
        get
        {
            lock (waiting)
                return running;
        }
    }

    /// <summary>Takes a write.</summary>
    /// <returns>False for one that was noted instead, because the database does not answer.</returns>
    public bool TryAdd(OwnWrite write)
    {
        lock (waiting)
        {
            if (isDisposed)
                return false;
            if (!isStalled)
            {
                waiting.Add(write);
                Start();
                return true;
            }
        }
        Doubt(write.Id!);
        return false;
    }

    /// <summary>Notes that a profile has to be read again.</summary>
    public void Doubt(string id)
    {
        doubtful.Add([id]);
        lock (waiting)
        {
            if (!isDisposed)
                Start();
        }
    }

    /// <summary>Notes a write for which the database has taken too long. Until it answers, others are noted without a wait.</summary>
    public void Stall(OwnWrite write)
    {
        if (!write.Settled.Task.IsCompleted)
            isStalled = true;
        Doubt(write.Id!);
    }

    /// <summary>Waits a short time for the writes that are under way.</summary>
    public async ValueTask DisposeAsync()
    {
        Task last;
        lock (waiting)
        {
            if (isDisposed)
                return;
            (isDisposed, last) = (true, running);
        }
        await last.WaitAsync(WriteThrough.Patience, clock).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        await stop.CancelAsync().ConfigureAwait(false);
        await last.WaitAsync(WriteThrough.Patience, clock).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        stop.Dispose();
    }

    // A transaction, a culture or a span of the caller is not the mirror's, nor is its thread: SQLite blocks it.
    private void Start()
    {
        if (isRunning)
            return;
        isRunning = true;
        using (ExecutionContext.SuppressFlow())
            running = Task.Run(RunAsync);
    }

    private async Task RunAsync()
    {
        var pause = ShortestPause;
        while (TakeNext() is { } batch)
        {
            if (await TryStoreAsync(batch, isRetry: pause > ShortestPause).ConfigureAwait(false))
                pause = ShortestPause;
            else
            {
                await Task.Delay(pause, clock, stop.Token).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
                pause = pause * 2 < LongestPause ? pause * 2 : LongestPause;
            }
        }
    }

    /// <summary>The first write of each profile, and no more than a transaction should have.</summary>
    /// <returns>None where only doubtful profiles have to be noted; null when there is nothing to do.</returns>
    private List<OwnWrite>? TakeNext()
    {
        lock (waiting)
        {
            List<OwnWrite> next = [.. waiting.DistinctBy(write => write.Id).Take(MostAtOnce)];
            var taken = next.ToHashSet();
            waiting.RemoveAll(taken.Contains);
            isRunning = next.Count > 0 || (!doubtful.IsEmpty && !stop.IsCancellationRequested);
            return isRunning ? next : null;
        }
    }

    /// <summary>From here on writes are only noted. Those that came meanwhile would wait for the next attempt.</summary>
    private List<OwnWrite> Stall()
    {
        lock (waiting)
        {
            isStalled = true;
            List<OwnWrite> late = [.. waiting];
            waiting.Clear();
            return late;
        }
    }

    private async Task<bool> TryStoreAsync(List<OwnWrite> batch, bool isRetry)
    {
        var noted = doubtful.Take(MostAtOnce);
        try
        {
            await store.StoreAsync(batch, noted, stop.Token).ConfigureAwait(false);
            isStalled = false;
            return true;
        }
        catch (Exception failure)
        {
            batch.AddRange(Stall());
            doubtful.Add([.. noted, .. batch.Select(write => write.Id!)]);
            if (!isRetry && !stop.IsCancellationRequested)
                Failed?.Invoke(failure);
            return false;
        }
        finally
        {
            foreach (var write in batch)
                write.Settled.TrySetResult();
        }
    }
}
