using FluentProfiles.Model.Schema;
using FluentProfiles.Writing;

namespace FluentProfiles;

/// <summary>A change of a profile's storage buckets: <see cref="Disable"/>, or <see cref="Enable"/> with the regions to
/// set and to remove. Immutable: each method returns a new change.</summary>
public sealed class StorageChange
{
    private StorageChange(RegionChanges<BucketReference>? regions) => Regions = regions;

    /// <summary>Null to disable the control.</summary>
    internal RegionChanges<BucketReference>? Regions { get; }

    /// <summary>Returns a change that disables the control and removes the bucket of every region.</summary>
    public static StorageChange Disable() => new(null);

    /// <summary>Returns a change that enables the control, or changes regions while it is enabled. At least one call of
    /// <see cref="Set"/> or <see cref="Remove"/> must follow. Regions that these calls do not name keep their
    /// bucket.</summary>
    public static StorageChange Enable() => new(RegionChanges<BucketReference>.None);

    /// <summary>Sets the bucket of a region. Setting the same bucket again restarts a verification that has failed.</summary>
    /// <param name="region">The code of the region, such as <c>us</c> or <c>eu</c>.</param>
    /// <param name="bucketName">The bucket's name in Cloud Storage. A bucket can serve only one region.</param>
    /// <param name="projectNumber">The number of the Google Cloud project that contains the bucket, in decimal. This is
    /// not the project's id.</param>
    /// <exception cref="ArgumentException">A string is empty or contains characters other than visible ASCII, the project
    /// number contains characters other than digits, or the change already names the region or the bucket.</exception>
    /// <exception cref="InvalidOperationException">The change disables the control.</exception>
    public StorageChange Set(
        [TextRange(First = '!', Last = '~')] string region,
        [TextRange(First = '!', Last = '~')] string bucketName,
        [TextRange(First = '0', Last = '9')] string projectNumber
    )
    {
        var regions = RegionChanges.Of(Regions);
        RegionChanges.Checked(bucketName, nameof(bucketName));
        if (!RegionChanges.Checked(projectNumber, nameof(projectNumber)).All(char.IsAsciiDigit))
            throw new ArgumentException(
                "The number of a Google Cloud project has digits only. Pass the project's number, not its id.",
                nameof(projectNumber)
            );
        if (regions.Any(change => change.Value?.BucketName == bucketName))
            throw new ArgumentException(
                "The change sets this bucket for another region already, and a bucket serves one region only.",
                nameof(bucketName)
            );
        return new(regions.Set(region, new() { BucketName = bucketName, ProjectNumber = projectNumber }));
    }

    /// <summary>Removes the bucket of a region. At least one region must keep a bucket while the control is enabled.
    /// The service checks that.</summary>
    /// <param name="region">The code of the region, such as <c>us</c> or <c>eu</c>.</param>
    /// <exception cref="ArgumentException">The string is empty or contains characters other than visible ASCII, or the
    /// change already names the region.</exception>
    /// <exception cref="InvalidOperationException">The change disables the control.</exception>
    public StorageChange Remove([TextRange(First = '!', Last = '~')] string region) =>
        new(RegionChanges.Of(Regions).Set(region, null));
}
