using FluentProfiles.Emulator.Protocol;
using FluentProfiles.Emulator.Store;

namespace FluentProfiles.Emulator.Controls;

/// <summary>The data controls of the profiles that have any set. Thread-safe.</summary>
internal sealed class ControlsStore(ProfileStore profiles)
{
    private readonly object gate = new();
    private readonly Dictionary<string, ProfileControls> byProfile = [];

    public ProfileControls Get(UserProfile profile, DateTimeOffset now) => Change(profile, now, controls => controls);

    /// <exception cref="ServiceError">The update is refused as a whole.</exception>
    public ProfileControls Update(UserProfile profile, ControlsBody body, DateTimeOffset now) =>
        Change(
            profile,
            now,
            controls =>
            {
                var changed = controls.With(body, now);
                ThrowIfShared(profile.Id, changed.Storage);
                return changed;
            }
        );

    public ProfileControls Approve(UserProfile profile, bool cmek, bool storage, DateTimeOffset now) =>
        Change(profile, now, controls => controls with { IsCmekApproved = cmek, IsStorageApproved = storage });

    private ProfileControls Change(
        UserProfile profile,
        DateTimeOffset now,
        Func<ProfileControls, ProfileControls> change
    )
    {
        lock (gate)
        {
            var known = byProfile.GetValueOrDefault(profile.Id) ?? new(profile.CreatedAt);
            return byProfile[profile.Id] = change(known.At(now));
        }
    }

    private void ThrowIfShared(string id, Control<Bucket> storage)
    {
        // A bucket of a deleted profile is free again.
        var others = byProfile
            .Where(pair => pair.Key != id && profiles.Find(pair.Key) is not null)
            .SelectMany(pair => pair.Value.Storage.Regions.Values);
        var names = storage.Regions.Values.Concat(others).Select(setting => setting.Configured.Name);
        if (storage.IsOn && names.GroupBy(name => name).Any(same => same.Count() > 1))
            throw new ServiceError(
                409,
                "conflict_error",
                "storage.buckets: a bucket can serve only one region",
                "storage_in_use"
            );
    }
}
