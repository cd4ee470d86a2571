namespace FluentProfiles;

/// <summary>The base class of the exceptions of this library. Cancellation always throws an
/// <see cref="OperationCanceledException"/> instead.</summary>
/// <remarks>Messages contain no credentials. They contain no customer data either, except for values that the service
/// quotes in an error.</remarks>
/// <param name="message">A message that states what went wrong and what to do.</param>
/// <param name="innerException">The cause, or null.</param>
public class ProfilesException(string message, Exception? innerException = null) : Exception(message, innerException)
{
    private string? resumeToken;
    private string? tag;

    /// <summary>The message, which states what went wrong and what to do. It ends with the <see cref="Tag"/> if there
    /// is one.</summary>
    public override string Message => Tag is null ? Untagged : $"{Untagged} (tag: {Tag})";

    /// <summary>The request id of the failed response, for support by the service; null if there was none.</summary>
    public string? RequestId { get; init; }

    /// <summary>The tag of the query (<c>TagWith</c>) or of the call (<see cref="CallOptions.Tag"/>); null for
    /// none.</summary>
    public string? Tag
    {
        get => tag;
        init => tag = value;
    }

    /// <summary>The position from which another run resumes, for <c>ResumeFrom</c>. It is after the last item that was
    /// returned. A terminal that returns its result at the end (<c>ToListAsync</c>, <c>CountAsync</c>,
    /// <c>ToPageAsync</c>) has returned nothing, so its token resumes where the terminal started, and no items are
    /// lost. Null if nothing was sent, and for single requests.</summary>
    public string? ResumeToken
    {
        get => resumeToken;
        init => resumeToken = value;
    }

    /// <summary>True when the service may have carried out the call: in the attempt that failed so, or in an earlier
    /// one.</summary>
    internal bool MayHaveEffect { get; set; }

    /// <summary>The message without the tag, for a message that quotes it.</summary>
    internal string Untagged => base.Message;

    /// <summary>Notes the tag of the query or call that throws it. A test may let several throw the same exception.</summary>
    internal void NoteTag(string? text) => tag = text;

    /// <summary>Notes where the query that throws it goes on.</summary>
    internal void NoteResumeToken(string? token) => resumeToken = token;
}
