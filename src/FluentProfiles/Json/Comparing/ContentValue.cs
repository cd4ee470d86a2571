namespace FluentProfiles.Json.Comparing;

/// <summary>A value of a profile's content.</summary>
/// <param name="Text">The value: JSON, or a text without its quotes.</param>
/// <param name="IsJson">True for JSON: the number 5 is not the text "5".</param>
internal readonly record struct ContentValue(string Text, bool IsJson = false)
{
    /// <summary>The value with the quotes of a text.</summary>
    public string Quoted => IsJson ? Text : $"\"{Text}\"";
}
