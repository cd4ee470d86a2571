using System.Globalization;

namespace FluentProfiles.Writing.Single;

/// <summary>Writes the values of fields as JSON holds them. What gives the same text is the same value to the service.</summary>
internal static class FieldTexts
{
    /// <summary>Null for null, and for the default of an extensible enum.</summary>
    public static string? Of<T>(T value) =>
        value switch
        {
            null => null,
            string text => text,
            DateTimeOffset moment => Of(moment),
            _ => value.ToString() is { Length: > 0 } text ? text : null,
        };

    /// <summary>In UTC, to the microsecond: the service keeps no more.</summary>
    private static string Of(DateTimeOffset moment) =>
        moment.UtcDateTime.ToString("yyyy-MM-dd'T'HH:mm:ss.FFFFFF'Z'", CultureInfo.InvariantCulture);
}
