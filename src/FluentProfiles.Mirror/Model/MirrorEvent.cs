namespace FluentProfiles.Mirror.Model;

/// <summary>A webhook event that was received. It is kept so that its repetitions are known.</summary>
internal class MirrorEvent
{
    public int Scope { get; init; }

    /// <summary>The id of the event.</summary>
    public string Id { get; init; } = "";

    /// <summary>The id of the profile that the event concerns.</summary>
    public string Profile { get; init; } = "";

    public DateTimeOffset ReceivedAt { get; init; }
}
