using System.Reflection;

namespace FluentProfiles.Emulator.Store;

/// <summary>The values of one field that a list is limited to.</summary>
internal sealed record ListFilter(PropertyInfo Property, string JsonName, IReadOnlyList<string> Texts)
{
    /// <summary>Tells a cursor of another filter.</summary>
    public string Stamp => $"{JsonName}={string.Join(',', Texts.Order(StringComparer.Ordinal))}";

    public bool Passes(object? value) => value?.ToString() is { Length: > 0 } text && Texts.Contains(text);
}
