using System.Globalization;
using System.Net.Http.Headers;

namespace FluentProfiles.Http.Failures;

/// <summary>The headers of an answer that mean something to this library.</summary>
internal static class ResponseHeaders
{
    /// <summary>How long the service asks to wait: <c>retry-after-ms</c>, or <c>retry-after</c> in seconds or as an HTTP
    /// date, which counts from the answer's own <c>date</c>. Null if the header is missing, unreadable or there twice, or
    /// its date has passed.</summary>
    public static TimeSpan? RetryAfter(HttpResponseMessage response, TimeProvider clock)
    {
        if (TryNumber(FindSingle(response, "retry-after-ms"), out var milliseconds))
            return Wait(milliseconds / 1000);
        var text = FindSingle(response, "retry-after");
        if (TryNumber(text, out var seconds))
            return Wait(seconds);
        // The parser of .NET's own header knows the three ways to write an HTTP date and takes nothing else for one.
        return
            RetryConditionHeaderValue.TryParse(text, out var condition)
            && condition.Date - (response.Headers.Date ?? clock.GetUtcNow()) is { Ticks: > 0 } wait
            ? wait
            : null;
    }

    /// <summary>What <c>x-should-retry</c> says; null where it says neither <c>true</c> nor <c>false</c>.</summary>
    public static bool? ShouldRetry(HttpResponseMessage response) =>
        bool.TryParse(Find(response, "x-should-retry"), out var said) ? said : null;

    private static bool TryNumber(string? text, out double number) =>
        double.TryParse(text, NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out number)
        && double.IsFinite(number);

    private static TimeSpan Wait(double seconds) =>
        seconds < TimeSpan.MaxValue.TotalSeconds ? TimeSpan.FromSeconds(seconds) : TimeSpan.MaxValue;

    private static string? FindSingle(HttpResponseMessage response, string name) =>
        response.Headers.NonValidated.TryGetValues(name, out var values) && values.Count == 1
            ? values.ToString()
            : null;

    private static string? Find(HttpResponseMessage response, string name) =>
        response.Headers.TryGetValues(name, out var values) ? values.FirstOrDefault() : null;
}
