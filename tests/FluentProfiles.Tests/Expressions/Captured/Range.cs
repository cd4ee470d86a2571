namespace FluentProfiles.Tests.Expressions.Captured;

/// <summary>No collection, but something with a Contains.</summary>
internal sealed record Range(string From, string To)
{
    public bool Contains(string item) => string.CompareOrdinal(From, item) <= 0 && string.CompareOrdinal(item, To) <= 0;
}
