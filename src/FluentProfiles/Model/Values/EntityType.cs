using System.Text.Json.Serialization;
using FluentProfiles.Json;

namespace FluentProfiles;

/// <summary>The kind of legal entity that the customer is.</summary>
/// <remarks>An extensible enum: unknown values are preserved. Values are compared ordinally. <see langword="null"/>, an
/// empty string and <see langword="default"/> are equal, and mean "null, or not available in this revision". In a
/// <c>switch</c>, match <see cref="ToString"/> against the constants of <see cref="Values"/>.</remarks>
/// <param name="value">The string as the service writes it. Null and "" result in the default value.</param>
[JsonConverter(typeof(ProfileValueConverter))]
public readonly partial struct EntityType(string? value)
{
    /// <summary>A person.</summary>
    public static EntityType Individual => new(Values.Individual);

    /// <summary>A business.</summary>
    public static EntityType Business => new(Values.Business);

    /// <summary>A non-profit organization.</summary>
    public static EntityType NonProfit => new(Values.NonProfit);

    /// <summary>A public body.</summary>
    public static EntityType Government => new(Values.Government);

    /// <summary>Gets a value that indicates whether this version of the library knows the value. False for the default
    /// value.</summary>
    public bool IsKnown => text is Values.Individual or Values.Business or Values.NonProfit or Values.Government;

    /// <summary>The known values as string constants, for <c>switch</c> and attributes.</summary>
    public static class Values
    {
        /// <summary>A person.</summary>
        public const string Individual = "individual";

        /// <summary>A business.</summary>
        public const string Business = "business";

        /// <summary>A non-profit organization.</summary>
        public const string NonProfit = "non_profit";

        /// <summary>A public body.</summary>
        public const string Government = "government";
    }
}
