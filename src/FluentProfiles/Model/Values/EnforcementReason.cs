using System.Text.Json.Serialization;
using FluentProfiles.Json;

namespace FluentProfiles;

/// <summary>Why an enforcement action was taken.</summary>
/// <remarks>An extensible enum: text that this version does not know is kept, and compares by ordinal equality.
/// <see langword="null"/>, an empty text and <see langword="default"/> are one value, which stands for "null or not
/// served by this revision". For <c>switch</c>, match <see cref="ToString"/> against the constants of
/// <see cref="Values"/>.</remarks>
/// <param name="value">The text as the service writes it; null and "" give the default value.</param>
[JsonConverter(typeof(ProfileValueConverter))]
public readonly partial struct EnforcementReason(string? value)
{
    /// <summary>The customer is in a region that is not supported.</summary>
    public static EnforcementReason UnsupportedRegion => new(Values.UnsupportedRegion);

    /// <summary>Fraud or abuse.</summary>
    public static EnforcementReason FraudOrAbuse => new(Values.FraudOrAbuse);

    /// <summary>Use with a potential for great harm.</summary>
    public static EnforcementReason HighHarm => new(Values.HighHarm);

    /// <summary>Use against the usage policy.</summary>
    public static EnforcementReason UsagePolicyViolation => new(Values.UsagePolicyViolation);

    /// <summary>The account is in the wrong hands.</summary>
    public static EnforcementReason AccountCompromise => new(Values.AccountCompromise);

    /// <summary>No reason is given.</summary>
    public static EnforcementReason Unspecified => new(Values.Unspecified);

    /// <summary>Whether this version of the library knows the value; false for the default value.</summary>
    public bool IsKnown =>
        text
            is Values.UnsupportedRegion
                or Values.FraudOrAbuse
                or Values.HighHarm
                or Values.UsagePolicyViolation
                or Values.AccountCompromise
                or Values.Unspecified;

    /// <summary>The known value to act on: an unknown reason counts as <see cref="Unspecified"/>. The default value (not
    /// served) stays the default value.</summary>
    public EnforcementReason Effective => this == default || IsKnown ? this : Unspecified;

    /// <summary>The texts of the known values, as constants for <c>switch</c> and attributes.</summary>
    public static class Values
    {
        /// <summary>The customer is in a region that is not supported.</summary>
        public const string UnsupportedRegion = "unsupported_region";

        /// <summary>Fraud or abuse.</summary>
        public const string FraudOrAbuse = "fraud_or_abuse";

        /// <summary>Use with a potential for great harm.</summary>
        public const string HighHarm = "high_harm";

        /// <summary>Use against the usage policy.</summary>
        public const string UsagePolicyViolation = "usage_policy_violation";

        /// <summary>The account is in the wrong hands.</summary>
        public const string AccountCompromise = "account_compromise";

        /// <summary>No reason is given.</summary>
        public const string Unspecified = "unspecified";
    }
}
