using FluentProfiles.Http.Calls;
using FluentProfiles.Mirror.Storing.Rows;

namespace FluentProfiles.Mirror.WritingThrough;

/// <summary>A write of the application, from before it is sent until the mirror has it.</summary>
/// <param name="through">Stores it.</param>
/// <param name="settings">The client that sends it.</param>
/// <param name="id">The profile; null for a create.</param>
/// <param name="deletes">True for a delete.</param>
/// <param name="begunAt">The latest moment that was seen before it is sent.</param>
internal sealed class OwnWrite(
    WriteThrough through,
    ServiceSettings settings,
    string? id,
    bool deletes,
    DateTimeOffset begunAt
) : IObservedWrite
{
    public ServiceSettings Settings => settings;

    /// <summary>The profile; null for a create whose answer was not read.</summary>
    public string? Id => Row?.Id ?? id;

    public bool Deletes => deletes;

    /// <summary>True if the answer has a shape that the mirror does not store.</summary>
    public bool IsOfOtherShape { get; init; }

    /// <summary>The profile as the service has answered; null for a delete, and for an answer that the mirror can't take.</summary>
    public ProfileRow? Row { get; private set; }

    /// <summary>Completed when the write is in the mirror, or is noted for a later reading.</summary>
    public TaskCompletionSource Settled { get; } = new(TaskCreationOptions.RunContinuationsAsynchronously);

    public void Read(ServiceAnswer answer)
    {
        if (!deletes && !IsOfOtherShape)
            Row = through.Read(answer, id, begunAt);
    }

    public Task AcceptAsync(CancellationToken cancellationToken) => through.TakeAsync(this, cancellationToken);

    public void Doubt() => through.Doubt(id);
}
