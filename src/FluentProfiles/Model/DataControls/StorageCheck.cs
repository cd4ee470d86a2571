using System.Text.Json.Serialization;
using FluentProfiles.Json;

namespace FluentProfiles;

/// <summary>A check that the service performs on a bucket.</summary>
/// <remarks>An extensible enum: unknown values are preserved. Values are compared ordinally. <see langword="null"/>, an
/// empty string and <see langword="default"/> are equal, and mean "null or missing". In a <c>switch</c>, match
/// <see cref="ToString"/> against the constants of <see cref="Values"/>.</remarks>
/// <param name="value">The string as the service writes it. Null and "" result in the default value.</param>
[JsonConverter(typeof(ProfileValueConverter))]
public readonly partial struct StorageCheck(string? value)
{
    /// <summary>The bucket does not have the profile's label value.</summary>
    public static StorageCheck LabelMismatch => new(Values.LabelMismatch);

    /// <summary>The location of the bucket does not match the region.</summary>
    public static StorageCheck LocationMismatch => new(Values.LocationMismatch);

    /// <summary>The encryption of the bucket.</summary>
    public static StorageCheck Encryption => new(Values.Encryption);

    /// <summary>The versioning of objects.</summary>
    public static StorageCheck Versioning => new(Values.Versioning);

    /// <summary>Other settings of the bucket.</summary>
    public static StorageCheck BucketSettings => new(Values.BucketSettings);

    /// <summary>The rules for deleting objects automatically.</summary>
    public static StorageCheck LifecycleRules => new(Values.LifecycleRules);

    /// <summary>The policy for keeping deleted objects.</summary>
    public static StorageCheck DeletionPolicy => new(Values.DeletionPolicy);

    /// <summary>An account of the service does not have the access that it needs.</summary>
    public static StorageCheck GrantMismatch => new(Values.GrantMismatch);

    /// <summary>The bucket's key was rejected.</summary>
    public static StorageCheck KmsKeyRefused => new(Values.KmsKeyRefused);

    /// <summary>A test access to the bucket failed.</summary>
    public static StorageCheck ProbeFailed => new(Values.ProbeFailed);

    /// <summary>The project has not been verified.</summary>
    public static StorageCheck ProjectNotVerified => new(Values.ProjectNotVerified);

    /// <summary>Gets a value that indicates whether this version of the library knows the value. False for the default
    /// value.</summary>
    public bool IsKnown =>
        text
            is Values.LabelMismatch
                or Values.LocationMismatch
                or Values.Encryption
                or Values.Versioning
                or Values.BucketSettings
                or Values.LifecycleRules
                or Values.DeletionPolicy
                or Values.GrantMismatch
                or Values.KmsKeyRefused
                or Values.ProbeFailed
                or Values.ProjectNotVerified;

    /// <summary>The known values as string constants, for <c>switch</c> and attributes.</summary>
    public static class Values
    {
        /// <summary>The bucket does not have the profile's label value.</summary>
        public const string LabelMismatch = "label_mismatch";

        /// <summary>The location of the bucket does not match the region.</summary>
        public const string LocationMismatch = "location_mismatch";

        /// <summary>The encryption of the bucket.</summary>
        public const string Encryption = "encryption";

        /// <summary>The versioning of objects.</summary>
        public const string Versioning = "versioning";

        /// <summary>Other settings of the bucket.</summary>
        public const string BucketSettings = "bucket_settings";

        /// <summary>The rules for deleting objects automatically.</summary>
        public const string LifecycleRules = "lifecycle_rules";

        /// <summary>The policy for keeping deleted objects.</summary>
        public const string DeletionPolicy = "deletion_policy";

        /// <summary>An account of the service does not have the access that it needs.</summary>
        public const string GrantMismatch = "grant_mismatch";

        /// <summary>The bucket's key was rejected.</summary>
        public const string KmsKeyRefused = "kms_key_refused";

        /// <summary>A test access to the bucket failed.</summary>
        public const string ProbeFailed = "probe_failed";

        /// <summary>The project has not been verified.</summary>
        public const string ProjectNotVerified = "project_not_verified";
    }
}
