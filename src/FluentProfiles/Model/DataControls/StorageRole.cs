using System.Text.Json.Serialization;
using FluentProfiles.Json;

namespace FluentProfiles;

/// <summary>The kind of access that an account of the service has to a bucket.</summary>
/// <remarks>An extensible enum: text that this version does not know is kept, and compares by ordinal equality.
/// <see langword="null"/>, an empty text and <see langword="default"/> are one value, which stands for "null or
/// missing". For <c>switch</c>, match <see cref="ToString"/> against the constants of
/// <see cref="Values"/>.</remarks>
/// <param name="value">The text as the service writes it; null and "" give the default value.</param>
[JsonConverter(typeof(ProfileValueConverter))]
public readonly partial struct StorageRole(string? value)
{
    /// <summary>Writing new objects.</summary>
    public static StorageRole Ingest => new(Values.Ingest);

    /// <summary>Reading objects.</summary>
    public static StorageRole Read => new(Values.Read);

    /// <summary>Looking after stored objects.</summary>
    public static StorageRole Maintenance => new(Values.Maintenance);

    /// <summary>Erasing media.</summary>
    public static StorageRole MediaErasure => new(Values.MediaErasure);

    /// <summary>Checking the bucket.</summary>
    public static StorageRole Verify => new(Values.Verify);

    /// <summary>Whether this version of the library knows the value; false for the default value.</summary>
    public bool IsKnown =>
        text is Values.Ingest or Values.Read or Values.Maintenance or Values.MediaErasure or Values.Verify;

    /// <summary>The texts of the known values, as constants for <c>switch</c> and attributes.</summary>
    public static class Values
    {
        /// <summary>Writing new objects.</summary>
        public const string Ingest = "ingest";

        /// <summary>Reading objects.</summary>
        public const string Read = "read";

        /// <summary>Looking after stored objects.</summary>
        public const string Maintenance = "maintenance";

        /// <summary>Erasing media.</summary>
        public const string MediaErasure = "media_erasure";

        /// <summary>Checking the bucket.</summary>
        public const string Verify = "verify";
    }
}
