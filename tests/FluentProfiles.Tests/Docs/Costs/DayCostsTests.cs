using FluentProfiles.Tests.Docs.Pages;

namespace FluentProfiles.Tests.Docs.Costs;

public sealed class DayCostsTests
{
    /// <summary>Measures while other tests run, so that <see cref="DocPageTests"/>, which run alone, need not wait.</summary>
    [Fact]
    public void Table_HasARowForEachPattern()
    {
        var rows = DayCosts.Table.Value.Split('\n');

        Assert.Equal(DayCosts.Of(null!).Count + 2, rows.Length);
        Assert.All(rows, row => Assert.Equal(6, row.Count(character => character == '|')));
    }
}
