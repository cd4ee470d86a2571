namespace FluentProfiles;

/// <summary>Bounds the length of texts from outside before an exception or a property shows them.</summary>
internal static class LongText
{
    /// <summary>Stands for what is left out.</summary>
    public const string Omission = "…";

    /// <summary>The most characters that are shown.</summary>
    public const int Longest = 1000;

    /// <summary>Cuts off what a text has beyond a length.</summary>
    public static string AtMost(int length, string text) => text.Length > length ? text[..length] + Omission : text;
}
