using System.Text.Json.Serialization;
using FluentProfiles.Json;

namespace FluentProfiles;

/// <summary>The kind of access that an account of the service has to a bucket.</summary>
/// <remarks>An extensible enum: unknown values are preserved. Values are compared ordinally. <see langword="null"/>, an
/// empty string and <see langword="default"/> are equal, and mean "null or missing". In a <c>switch</c>, match
/// <see cref="ToString"/> against the constants of <see cref="Values"/>.</remarks>
/// <param name="value">The string as the service writes it. Null and "" result in the default value.</param>
[JsonConverter(typeof(ProfileValueConverter))]
public readonly partial struct StorageRole(string? value)
{
    /// <summary>Writes new objects.</summary>
    public static StorageRole Ingest => new(Values.Ingest);

    /// <summary>Reads objects.</summary>
    public static StorageRole Read => new(Values.Read);

    /// <summary>Maintains stored objects.</summary>
    public static StorageRole Maintenance => new(Values.Maintenance);

    /// <summary>Erases media.</summary>
    public static StorageRole MediaErasure => new(Values.MediaErasure);

    /// <summary>Verifies the bucket.</summary>
    public static StorageRole Verify => new(Values.Verify);

    /// <summary>Gets a value that indicates whether this version of the library knows the value. False for the default
    /// value.</summary>
    public bool IsKnown =>
        text is Values.Ingest or Values.Read or Values.Maintenance or Values.MediaErasure or Values.Verify;

    /// <summary>The known values as string constants, for <c>switch</c> and attributes.</summary>
    public static class Values
    {
        /// <summary>Writes new objects.</summary>
        public const string Ingest = "ingest";

        /// <summary>Reads objects.</summary>
        public const string Read = "read";

        /// <summary>Maintains stored objects.</summary>
        public const string Maintenance = "maintenance";

        /// <summary>Erases media.</summary>
        public const string MediaErasure = "media_erasure";

        /// <summary>Verifies the bucket.</summary>
        public const string Verify = "verify";
    }
}
