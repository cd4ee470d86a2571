namespace FluentProfiles.Tests.Planning;

/// <summary>Extension methods of an application.</summary>
internal static class TextExtensions
{
    public static string ThrowIt(this string text) => throw new TimeoutException(text);

    public static string Shout(this string text) => text.ToUpperInvariant();
}
