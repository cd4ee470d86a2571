namespace FluentProfiles.Tests.Properties.Cases;

/// <summary>How a run ends before its time, and where its token comes from.</summary>
internal enum InterruptionKind
{
    /// <summary>A read fails; the exception has the token.</summary>
    FailedRead,

    /// <summary>The time of the run is up during a read; the exception has the token.</summary>
    TimeIsUp,

    /// <summary>The time is up during a read of a page of one's own, which is short and has the token.</summary>
    ShortPage,

    /// <summary>The consumer leaves after a page, which has the token.</summary>
    Page,

    /// <summary>The consumer asks for some items and no more; what it gets has the token.</summary>
    Items,

    /// <summary>The consumer dies at an item; the last progress report before has the token, and what was delivered since is
    /// lost with the consumer.</summary>
    Killed,

    /// <summary>The consumer cancels at an item, and goes on as one that dies.</summary>
    Cancelled,
}
