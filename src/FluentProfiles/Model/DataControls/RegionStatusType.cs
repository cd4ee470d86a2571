using System.Text.Json.Serialization;
using FluentProfiles.Json;

namespace FluentProfiles;

/// <summary>The state of a region with regard to its configured key or bucket.</summary>
/// <remarks>An extensible enum: unknown values are preserved. Values are compared ordinally. <see langword="null"/>, an
/// empty string and <see langword="default"/> are equal, and mean "null or missing". In a <c>switch</c>, match
/// <see cref="ToString"/> against the constants of <see cref="Values"/>.</remarks>
/// <param name="value">The string as the service writes it. Null and "" result in the default value.</param>
[JsonConverter(typeof(ProfileValueConverter))]
public readonly partial struct RegionStatusType(string? value)
{
    /// <summary>No key or bucket is configured for the region.</summary>
    public static RegionStatusType NotConfigured => new(Values.NotConfigured);

    /// <summary>The region is validating the configured key or bucket.</summary>
    public static RegionStatusType Pending => new(Values.Pending);

    /// <summary>The configured key or bucket is valid, and the region uses it.</summary>
    public static RegionStatusType Active => new(Values.Active);

    /// <summary>The validation has failed and stopped. To restart it, set the same key or bucket again.</summary>
    public static RegionStatusType Failed => new(Values.Failed);

    /// <summary>The service has withdrawn or paused its approval, and the region does not apply the control.</summary>
    public static RegionStatusType Suspended => new(Values.Suspended);

    /// <summary>Gets a value that indicates whether this version of the library knows the value. False for the default
    /// value.</summary>
    public bool IsKnown =>
        text is Values.NotConfigured or Values.Pending or Values.Active or Values.Failed or Values.Suspended;

    /// <summary>The known values as string constants, for <c>switch</c> and attributes.</summary>
    public static class Values
    {
        /// <summary>No key or bucket is configured for the region.</summary>
        public const string NotConfigured = "not_configured";

        /// <summary>The region is validating the configured key or bucket.</summary>
        public const string Pending = "pending";

        /// <summary>The configured key or bucket is valid, and the region uses it.</summary>
        public const string Active = "active";

        /// <summary>The validation has failed and stopped. To restart it, set the same key or bucket again.</summary>
        public const string Failed = "failed";

        /// <summary>The service has withdrawn or paused its approval, and the region does not apply the
        /// control.</summary>
        public const string Suspended = "suspended";
    }
}
