namespace FluentProfiles;

/// <summary>The base of everything that goes wrong between this library and the service. Cancellation is not among it: that
/// is <see cref="OperationCanceledException"/>, always.</summary>
/// <remarks>No message holds a credential, nor a value of a customer's but those that the service quotes in a refusal.</remarks>
/// <param name="message">What went wrong and what to do.</param>
/// <param name="innerException">The cause, or null.</param>
public class ProfilesException(string message, Exception? innerException = null) : Exception(message, innerException)
{
    private string? resumeToken;
    private string? tag;

    /// <summary>What went wrong and what to do, with the <see cref="Tag"/> at the end where there is one.</summary>
    public override string Message => Tag is null ? Untagged : $"{Untagged} (tag: {Tag})";

    /// <summary>The id to give to the service's support, from the response at fault; null where there was none.</summary>
    public string? RequestId { get; init; }

    /// <summary>The text that the query was given by <c>TagWith</c>, or the call by <see cref="CallOptions.Tag"/>; null for
    /// none.</summary>
    public string? Tag
    {
        get => tag;
        init => tag = value;
    }

    /// <summary>Where to go on, for <c>ResumeFrom</c>: behind the last item that was yielded. A terminal that gives its result
    /// at the end (<c>ToListAsync</c>, <c>CountAsync</c>, <c>ToPageAsync</c>) has given none, so its token goes on from where it
    /// began, and nothing is lost. Null where nothing was sent, and for single requests.</summary>
    public string? ResumeToken
    {
        get => resumeToken;
        init => resumeToken = value;
    }

    /// <summary>The message without the tag, for a message that quotes it.</summary>
    internal string Untagged => base.Message;

    /// <summary>Notes the tag, unless there is one.</summary>
    internal void NoteTag(string? text) => tag ??= text;

    /// <summary>Notes where to go on, unless that is known.</summary>
    internal void NoteResumeToken(Func<string?> token) => resumeToken ??= token();
}
