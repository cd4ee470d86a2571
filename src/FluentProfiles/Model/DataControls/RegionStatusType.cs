using System.Text.Json.Serialization;
using FluentProfiles.Json;

namespace FluentProfiles;

/// <summary>How far a region has got with the key or the bucket that is set for it.</summary>
/// <remarks>An extensible enum: text that this version does not know is kept, and compares by ordinal equality.
/// <see langword="null"/>, an empty text and <see langword="default"/> are one value, which stands for "null or
/// missing". For <c>switch</c>, match <see cref="ToString"/> against the constants of
/// <see cref="Values"/>.</remarks>
/// <param name="value">The text as the service writes it; null and "" give the default value.</param>
[JsonConverter(typeof(ProfileValueConverter))]
public readonly partial struct RegionStatusType(string? value)
{
    /// <summary>Nothing is set for the region.</summary>
    public static RegionStatusType NotConfigured => new(Values.NotConfigured);

    /// <summary>The region is checking what is set for it.</summary>
    public static RegionStatusType Pending => new(Values.Pending);

    /// <summary>What is set passed the checks, and the region uses it.</summary>
    public static RegionStatusType Active => new(Values.Active);

    /// <summary>The region has stopped checking; set the same key or bucket again to restart.</summary>
    public static RegionStatusType Failed => new(Values.Failed);

    /// <summary>The service has withdrawn or paused its approval, and the region does not apply the control.</summary>
    public static RegionStatusType Suspended => new(Values.Suspended);

    /// <summary>Whether this version of the library knows the value; false for the default value.</summary>
    public bool IsKnown =>
        text is Values.NotConfigured or Values.Pending or Values.Active or Values.Failed or Values.Suspended;

    /// <summary>The texts of the known values, as constants for <c>switch</c> and attributes.</summary>
    public static class Values
    {
        /// <summary>Nothing is set for the region.</summary>
        public const string NotConfigured = "not_configured";

        /// <summary>The region is checking what is set for it.</summary>
        public const string Pending = "pending";

        /// <summary>What is set passed the checks, and the region uses it.</summary>
        public const string Active = "active";

        /// <summary>The region has stopped checking; set the same key or bucket again to restart.</summary>
        public const string Failed = "failed";

        /// <summary>The service has withdrawn or paused its approval, and the region does not apply the control.</summary>
        public const string Suspended = "suspended";
    }
}
