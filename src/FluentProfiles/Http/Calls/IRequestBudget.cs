namespace FluentProfiles.Http.Calls;

/// <summary>Limits the requests of some calls, and counts them. A request is reserved before anything is done for it, and counted
/// when it is sent. Thread-safe.</summary>
internal interface IRequestBudget
{
    /// <summary>Reserves a request.</summary>
    /// <exception cref="ProfilesBudgetException">The budget is spent.</exception>
    void Reserve();

    /// <summary>Reserves a request, or returns false when the budget is spent.</summary>
    bool TryReserve();

    /// <summary>Counts a request that is being sent.</summary>
    void Send(bool isRetry);

    /// <summary>Records the duration of a request that has ended.</summary>
    void End(TimeSpan duration);
}
