using System.Text.Json.Serialization;
using FluentProfiles.Json;

namespace FluentProfiles;

/// <summary>What the customer can do about an enforcement action. The default value means that there is nothing to
/// do.</summary>
/// <remarks>An extensible enum: unknown values are preserved. Values are compared ordinally. <see langword="null"/>, an
/// empty string and <see langword="default"/> are equal, and mean "null, or not available in this revision". In a
/// <c>switch</c>, match <see cref="ToString"/> against the constants of <see cref="Values"/>.</remarks>
/// <param name="value">The string as the service writes it. Null and "" result in the default value.</param>
[JsonConverter(typeof(ProfileValueConverter))]
public readonly partial struct RequiredAction(string? value)
{
    /// <summary>The customer must be verified.</summary>
    public static RequiredAction Verify => new(Values.Verify);

    /// <summary>Gets a value that indicates whether this version of the library knows the value. False for the default
    /// value.</summary>
    public bool IsKnown => text is Values.Verify;

    /// <summary>The known value to act on: an unknown action becomes the default value, which means that there is
    /// nothing to do.</summary>
    public RequiredAction Effective => IsKnown ? this : default;

    /// <summary>The known values as string constants, for <c>switch</c> and attributes.</summary>
    public static class Values
    {
        /// <summary>The customer must be verified.</summary>
        public const string Verify = "verify";
    }
}
