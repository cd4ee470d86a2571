using FluentProfiles.Emulator.Protocol;

namespace FluentProfiles.Emulator.Controls;

/// <summary>What an update says of one control.</summary>
/// <param name="Path">The member of the body, for messages.</param>
/// <param name="Enables">Whether the control is to be on.</param>
/// <param name="Regions">What to set for a region; null to remove what it has.</param>
internal sealed record ControlUpdate<T>(string Path, bool Enables, IReadOnlyList<KeyValuePair<string, T?>> Regions)
    where T : class
{
    /// <exception cref="ServiceError">The control may not be on, or would be on without a region.</exception>
    public Control<T> ApplyTo(Control<T> control, bool isApproved, DateTimeOffset now)
    {
        if (!Enables)
            return control.Disable(now);
        if (!isApproved)
            throw ServiceError.Invalid($"{Path}: not approved for this profile", $"{Path}_not_approved");
        foreach (var (region, item) in Regions)
            control = item is null ? control.Remove(region, now) : control.Set(region, item, now);
        return control.IsOn
            ? control
            : throw ServiceError.Invalid($"{Path}: at least one region must be set while the control is on");
    }
}
