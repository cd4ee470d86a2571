using System.Text.Json.Serialization;
using FluentProfiles.Json;

namespace FluentProfiles;

/// <summary>What kind of legal entity the customer is.</summary>
/// <remarks>An extensible enum: text that this version does not know is kept, and compares by ordinal equality.
/// <see langword="null"/>, an empty text and <see langword="default"/> are one value, which stands for "null or not
/// served by this revision". For <c>switch</c>, match <see cref="ToString"/> against the constants of
/// <see cref="Values"/>.</remarks>
/// <param name="value">The text as the service writes it; null and "" give the default value.</param>
[JsonConverter(typeof(ProfileValueConverter))]
public readonly partial struct EntityType(string? value)
{
    /// <summary>A person.</summary>
    public static EntityType Individual => new(Values.Individual);

    /// <summary>A business.</summary>
    public static EntityType Business => new(Values.Business);

    /// <summary>A non-profit organisation.</summary>
    public static EntityType NonProfit => new(Values.NonProfit);

    /// <summary>A public body.</summary>
    public static EntityType Government => new(Values.Government);

    /// <summary>Whether this version of the library knows the value; false for the default value.</summary>
    public bool IsKnown => text is Values.Individual or Values.Business or Values.NonProfit or Values.Government;

    /// <summary>The texts of the known values, as constants for <c>switch</c> and attributes.</summary>
    public static class Values
    {
        /// <summary>A person.</summary>
        public const string Individual = "individual";

        /// <summary>A business.</summary>
        public const string Business = "business";

        /// <summary>A non-profit organisation.</summary>
        public const string NonProfit = "non_profit";

        /// <summary>A public body.</summary>
        public const string Government = "government";
    }
}
