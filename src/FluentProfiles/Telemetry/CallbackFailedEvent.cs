namespace FluentProfiles;

/// <summary>A callback that only watches the client has thrown: an observer, a progress callback, or a listener of spans or
/// metrics. The exception changed no result and was dropped.</summary>
public sealed class CallbackFailedEvent : ProfilesEvent
{
    /// <summary>What was called: <c>Observer</c>, <c>Progress</c>, <c>ActivityListener</c> or <c>MeterListener</c>.</summary>
    public required string Callback { get; init; }

    /// <summary>The type of the exception.</summary>
    public required string ErrorType { get; init; }

    private protected override string Text => $"{Callback} has thrown {ErrorType}; the exception was dropped";
}
