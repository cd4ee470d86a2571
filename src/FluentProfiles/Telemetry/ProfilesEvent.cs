namespace FluentProfiles;

/// <summary>Something that a client has done, for <see cref="ProfilesClientOptions.Observer"/>: one of the classes that derive
/// from it. No event holds a key, an id of a profile, a cursor or another value of a customer's.</summary>
public abstract class ProfilesEvent
{
    private protected ProfilesEvent() { }

    /// <summary>The text that identifies the query (<c>TagWith</c>) or the call (<see cref="CallOptions.Tag"/>); null for
    /// none.</summary>
    public string? Tag { get; init; }

    /// <summary>What has happened, on one line, for logs.</summary>
    public sealed override string ToString() => Tag is null ? Text : $"{Text} (tag: {Tag})";

    private protected abstract string Text { get; }
}
