using System.Text.Json.Serialization;
using FluentProfiles.Json;

namespace FluentProfiles;

/// <summary>The reason for an enforcement action.</summary>
/// <remarks>An extensible enum: unknown values are preserved. Values are compared ordinally. <see langword="null"/>, an
/// empty string and <see langword="default"/> are equal, and mean "null, or not available in this revision". In a
/// <c>switch</c>, match <see cref="ToString"/> against the constants of <see cref="Values"/>.</remarks>
/// <param name="value">The string as the service writes it. Null and "" result in the default value.</param>
[JsonConverter(typeof(ProfileValueConverter))]
public readonly partial struct EnforcementReason(string? value)
{
    /// <summary>The customer is in a region that is not supported.</summary>
    public static EnforcementReason UnsupportedRegion => new(Values.UnsupportedRegion);

    /// <summary>Fraud or abuse.</summary>
    public static EnforcementReason FraudOrAbuse => new(Values.FraudOrAbuse);

    /// <summary>Use that could cause severe harm.</summary>
    public static EnforcementReason HighHarm => new(Values.HighHarm);

    /// <summary>A violation of the usage policy.</summary>
    public static EnforcementReason UsagePolicyViolation => new(Values.UsagePolicyViolation);

    /// <summary>The account is compromised.</summary>
    public static EnforcementReason AccountCompromise => new(Values.AccountCompromise);

    /// <summary>No reason is given.</summary>
    public static EnforcementReason Unspecified => new(Values.Unspecified);

    /// <summary>Gets a value that indicates whether this version of the library knows the value. False for the default
    /// value.</summary>
    public bool IsKnown =>
        text
            is Values.UnsupportedRegion
                or Values.FraudOrAbuse
                or Values.HighHarm
                or Values.UsagePolicyViolation
                or Values.AccountCompromise
                or Values.Unspecified;

    /// <summary>The known value to act on: an unknown reason becomes <see cref="Unspecified"/>. The default value (not
    /// available) stays the default value.</summary>
    public EnforcementReason Effective => this == default || IsKnown ? this : Unspecified;

    /// <summary>The known values as string constants, for <c>switch</c> and attributes.</summary>
    public static class Values
    {
        /// <summary>The customer is in a region that is not supported.</summary>
        public const string UnsupportedRegion = "unsupported_region";

        /// <summary>Fraud or abuse.</summary>
        public const string FraudOrAbuse = "fraud_or_abuse";

        /// <summary>Use that could cause severe harm.</summary>
        public const string HighHarm = "high_harm";

        /// <summary>A violation of the usage policy.</summary>
        public const string UsagePolicyViolation = "usage_policy_violation";

        /// <summary>The account is compromised.</summary>
        public const string AccountCompromise = "account_compromise";

        /// <summary>No reason is given.</summary>
        public const string Unspecified = "unspecified";
    }
}
