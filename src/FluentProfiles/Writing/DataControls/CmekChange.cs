using FluentProfiles.Model.Schema;
using FluentProfiles.Writing;

namespace FluentProfiles;

/// <summary>A change of a profile's encryption keys: <see cref="Disable"/>, or <see cref="Enable"/> with the regions to
/// set and to remove. Immutable: each method returns a new change.</summary>
public sealed class CmekChange
{
    private CmekChange(RegionChanges<string>? regions) => Regions = regions;

    /// <summary>Null to disable the control.</summary>
    internal RegionChanges<string>? Regions { get; }

    /// <summary>Returns a change that disables the control and removes the key of every region.</summary>
    public static CmekChange Disable() => new(null);

    /// <summary>Returns a change that enables the control, or changes regions while it is enabled. At least one call of
    /// <see cref="Set"/> or <see cref="Remove"/> must follow. Regions that these calls do not name keep their
    /// key.</summary>
    public static CmekChange Enable() => new(RegionChanges<string>.None);

    /// <summary>Sets the key of a region. Setting the same key again restarts a validation that has failed.</summary>
    /// <param name="region">The code of the region, such as <c>us</c> or <c>eu</c>.</param>
    /// <param name="externalKeyId">The id of the key, <c>ekey_…</c>.</param>
    /// <exception cref="ArgumentException">A string is empty or contains characters other than visible ASCII, or the
    /// change already names the region.</exception>
    /// <exception cref="InvalidOperationException">The change disables the control.</exception>
    public CmekChange Set(
        [TextRange(First = '!', Last = '~')] string region,
        [TextRange(First = '!', Last = '~')] string externalKeyId
    ) => new(RegionChanges.Of(Regions).Set(region, RegionChanges.Checked(externalKeyId, nameof(externalKeyId))));

    /// <summary>Removes the key of a region. At least one region must keep a key while the control is enabled. The
    /// service checks that.</summary>
    /// <param name="region">The code of the region, such as <c>us</c> or <c>eu</c>.</param>
    /// <exception cref="ArgumentException">The string is empty or contains characters other than visible ASCII, or the
    /// change already names the region.</exception>
    /// <exception cref="InvalidOperationException">The change disables the control.</exception>
    public CmekChange Remove([TextRange(First = '!', Last = '~')] string region) =>
        new(RegionChanges.Of(Regions).Set(region, null));
}
