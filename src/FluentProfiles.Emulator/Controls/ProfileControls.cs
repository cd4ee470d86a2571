namespace FluentProfiles.Emulator.Controls;

/// <summary>The data controls of one profile. Immutable.</summary>
internal sealed record ProfileControls(DateTimeOffset WrittenAt)
{
    public Control<string> Cmek { get; init; } = Control<string>.Off;

    public Control<Bucket> Storage { get; init; } = Control<Bucket>.Off;

    public bool IsCmekApproved { get; init; } = true;

    public bool IsStorageApproved { get; init; } = true;

    /// <summary>When a control was written or a region became active. That an approval came or went does not count.</summary>
    public DateTimeOffset UpdatedAt => new[] { WrittenAt, Cmek.LastValidated, Storage.LastValidated }.Max();

    public ProfileControls At(DateTimeOffset now) => this with { Cmek = Cmek.At(now), Storage = Storage.At(now) };

    public ProfileControls With(ControlsBody body, DateTimeOffset now)
    {
        var changed = this with
        {
            Cmek = body.Cmek?.ApplyTo(Cmek, IsCmekApproved, now) ?? Cmek,
            Storage = body.Storage?.ApplyTo(Storage, IsStorageApproved, now) ?? Storage,
        };
        return changed == this ? this : changed with { WrittenAt = now };
    }
}
