namespace FluentProfiles;

/// <summary>Reports an exception from a callback that observes the client or its mirror: an observer, a progress callback, a log,
/// or a listener of spans or metrics. The exception was discarded and changed no result.</summary>
public sealed class CallbackFailedEvent : ProfilesEvent
{
    /// <summary>The callback: <c>Observer</c>, <c>Progress</c>, <c>Logger</c>, <c>ActivityListener</c> or
    /// <c>MeterListener</c>.</summary>
    public required string Callback { get; init; }

    /// <summary>The type of the exception.</summary>
    public required string ErrorType { get; init; }

    private protected override string Text => $"{Callback} has thrown {ErrorType}; the exception was dropped";
}
