namespace FluentProfiles.Mirror.Inbox;

/// <summary>What became of an event.</summary>
internal enum ReceivedResult
{
    /// <summary>It is stored, and its profile is read.</summary>
    Stored,

    /// <summary>It was stored before.</summary>
    Duplicate,

    /// <summary>It concerns a person who is forgotten. Nothing is stored.</summary>
    Erased,
}
