namespace FluentProfiles.Tests.Expressions.Captured;

/// <summary>A list that finds what differs in case alone.</summary>
internal sealed class FoldingList(IEnumerable<string> items) : List<string>(items), ICollection<string>, IList<string>
{
    public new bool Contains(string item) => Exists(one => one.Equals(item, StringComparison.OrdinalIgnoreCase));

    public new int IndexOf(string item) => FindIndex(one => one.Equals(item, StringComparison.OrdinalIgnoreCase));
}
