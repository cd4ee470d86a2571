using System.Collections.Immutable;
using FluentProfiles.Http.Retrying;
using FluentProfiles.Http.Transport;

namespace FluentProfiles.Http.Calls;

/// <summary>Calls the service: one request, repeated where that may help, and its whole answer.</summary>
internal sealed class ServiceClient : IDisposable
{
    private readonly RequestSender sender;
    private readonly ForegroundDemand demand;
    private readonly Admission admission;
    private readonly Retries retries;
    private readonly HttpClient? ownClient;
    private readonly ServiceClient? parent;
    private ImmutableArray<IWriteObserver> writeObservers = [];
    private bool isDisposed;

    /// <param name="settings">The settings.</param>
    /// <param name="transport">Carries the requests; null for <paramref name="httpClient"/>.</param>
    /// <param name="httpClient">Carries them where there is no transport; null for one of our own.</param>
    public ServiceClient(ServiceSettings settings, IProfilesTransport? transport, HttpClient? httpClient)
    {
        Settings = settings;
        transport ??= httpClient is null
            ? new HttpClientTransport(ownClient = HttpClientTransport.CreateClient(), new LoopbackBypass())
            : new HttpClientTransport(httpClient);
        DefaultHeaders.ThrowIfAddedTo(Settings, transport);
        sender = new(Settings, transport);
        demand = new();
        admission = new(Settings, sender, demand);
        retries = new(Settings, sender, admission);
    }

    private ServiceClient(ServiceClient parent, IWriteObserver observer)
    {
        this.parent = parent;
        writeObservers = [observer];
        (Settings, Budget, sender, demand) = (parent.Settings, parent.Budget, parent.sender, parent.demand);
        (admission, retries) = (parent.admission, parent.retries);
    }

    private ServiceClient(ServiceClient parent, TimeSpan interval, IRequestBudget? budget)
    {
        this.parent = parent;
        Budget = budget;
        (Settings, sender, demand) = (parent.Settings, parent.sender, parent.demand);
        admission = new(Settings, sender, demand, interval);
        retries = new(Settings, sender, admission);
    }

    public ServiceSettings Settings { get; }

    /// <summary>Bounds all requests of the client; null for no bound.</summary>
    public IRequestBudget? Budget { get; }

    /// <summary>Those that follow the writes of this client.</summary>
    public IEnumerable<IWriteObserver> WriteObservers =>
        parent is null ? writeObservers : writeObservers.Union(parent.WriteObservers);

    private bool IsDisposed => Volatile.Read(ref isDisposed) || parent is { IsDisposed: true };

    /// <summary>Returns a client that shares the connections and yields to the requests of this one.</summary>
    /// <param name="perSecond">The most requests a second; null for no limit.</param>
    /// <param name="budget">Bounds all requests of that client; null for no bound.</param>
    public ServiceClient InBackground(double? perSecond, IRequestBudget? budget) =>
        new(
            this,
            perSecond is { } rate
                ? TimeSpan.FromSeconds(Math.Min(1 / rate, TimeLimits.Longest.TotalSeconds))
                : TimeSpan.Zero,
            budget
        );

    /// <summary>Returns a client that shares everything with this one, and whose writes are followed.</summary>
    public ServiceClient ObservedBy(IWriteObserver observer) => new(this, observer);

    /// <summary>Lets the writes of this client be followed from now on.</summary>
    public void ObserveWrites(IWriteObserver observer) =>
        ImmutableInterlocked.Update(ref writeObservers, all => all.Contains(observer) ? all : all.Add(observer));

    /// <exception cref="ProfilesException">There is no answer, or it is a refusal or too large.</exception>
    /// <exception cref="OperationCanceledException">The token was cancelled; never for another reason.</exception>
    public async ValueTask<ServiceAnswer> SendAsync(ServiceCall call, CancellationToken cancellationToken)
    {
        cancellationToken.ThrowIfCancellationRequested();
        // A disposed foreground client fails by its closed connections, unless they are a caller's.
        if (parent is not null && IsDisposed)
            throw Disposed();
        // The requests of a query are reserved by its run.
        if (Budget is not null && call.Budget is null)
        {
            Budget.Reserve();
            call = call with { Budget = Budget };
        }
        using var total = TimeLimit.Of(Settings.TotalTimeoutOf(call), Settings.TimeProvider, cancellationToken);
        CallRun run = new(call, admission.TakeTicket(), total, Settings, cancellationToken);
        try
        {
            return await AttemptsAsync(run).ConfigureAwait(false);
        }
        catch (ProfilesException failure)
        {
            // A failure that proves that nothing was sent says so of its own attempt alone.
            failure.MayHaveEffect = run.MayHaveEffect;
            throw;
        }
    }

    private async ValueTask<ServiceAnswer> AttemptsAsync(CallRun run)
    {
        try
        {
            return await retries.SendAsync(run).ConfigureAwait(false);
        }
        catch (ProfilesException) when (retries.Allow(run))
        {
            return await retries.RetryAsync(run).ConfigureAwait(false);
        }
    }

    /// <summary>Sends a call and reads its answer.</summary>
    /// <exception cref="ProfilesException">As above, or the answer can't be read.</exception>
    public async Task<T> ReadAsync<T>(
        ServiceCall call,
        Func<ServiceAnswer, T> read,
        CancellationToken cancellationToken
    )
    {
        try
        {
            using var answer = await SendAsync(call, cancellationToken).ConfigureAwait(false);
            return read(answer);
        }
        catch (ProfilesException failure)
        {
            failure.NoteTag(call.Settings.Tag);
            throw;
        }
    }

    private ProfilesConnectionException Disposed() =>
        new(
            $"No response from {Settings.Endpoint}: the client has been disposed, or the client whose connections it shares.",
            new ObjectDisposedException("ProfilesClient")
        )
        {
            IsUnsent = true,
            IsLasting = true,
        };

    /// <summary>Closes the client's own connections.</summary>
    public void Dispose()
    {
        Volatile.Write(ref isDisposed, true);
        ownClient?.Dispose();
    }
}
