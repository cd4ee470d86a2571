using System.Collections.ObjectModel;

namespace FluentProfiles.Tests.Expressions.Captured;

/// <summary>A collection whose keys are its items.</summary>
internal sealed class Keyed : KeyedCollection<string, string>
{
    public Keyed(IEqualityComparer<string> comparer, IEnumerable<string> items)
        : base(comparer)
    {
        foreach (var item in items)
            Add(item);
    }

    protected override string GetKeyForItem(string item) => item;
}
