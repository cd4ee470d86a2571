namespace FluentProfiles.Json.Pages;

/// <summary>The bounds of a page of the service.</summary>
internal static class PageLimits
{
    /// <summary>The most profiles of a page.</summary>
    public const int Largest = 100;
}
