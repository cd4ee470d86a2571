namespace FluentProfiles;

/// <summary>The base class of the events for <see cref="ProfilesClientOptions.Observer"/>. Events contain no keys,
/// profile ids, cursors or other customer data.</summary>
public abstract class ProfilesEvent
{
    private protected ProfilesEvent() { }

    /// <summary>The tag of the query (<c>TagWith</c>) or of the call (<see cref="CallOptions.Tag"/>); null for
    /// none.</summary>
    public string? Tag { get; init; }

    /// <summary>Returns a description of the event in one line, for logs.</summary>
    public sealed override string ToString() => Tag is null ? Text : $"{Text} (tag: {Tag})";

    private protected abstract string Text { get; }
}
