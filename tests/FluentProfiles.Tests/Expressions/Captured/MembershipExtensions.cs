namespace FluentProfiles.Tests.Expressions.Captured.Own;

/// <summary>An application's own methods with the names of the framework's. In a namespace of their own: they would be nearer
/// than the framework's to any test here.</summary>
internal static class MembershipExtensions
{
    public static bool Contains(this string[] items, string item, int minimum) =>
        items.Count(one => one.Equals(item, StringComparison.OrdinalIgnoreCase)) > minimum;

    public static bool Contains(this object items, string item) =>
        ((IEnumerable<string>)items).Any(one => one.Equals(item, StringComparison.OrdinalIgnoreCase));

    public static bool ContainsKey(this string[] items, string item) => items.Contains(item, 0);

    public static bool ContainsKey(this ProfileMap<string> map, string[] items, string item) =>
        map.Count >= 0 && items.Contains(item, 0);
}
