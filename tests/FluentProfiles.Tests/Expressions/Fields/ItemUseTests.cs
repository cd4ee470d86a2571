using System.Linq.Expressions;
using FluentProfiles.Expressions.Fields;

namespace FluentProfiles.Tests.Expressions.Fields;

public sealed class ItemUseTests
{
    [Fact]
    public void PartsOfTheItem_DoNotKeepIt()
    {
        Assert.False(Escapes(p => p.Id));
        Assert.False(Escapes(p => new { p.Id, p.Metadata }));
        Assert.False(Escapes(p => new { Any = p.Metadata.Any(pair => pair.Key == "x"), p.Id }));
    }

    [Fact]
    public void TheItemOrCodeThatReadsItLater_KeepsIt()
    {
        Assert.True(Escapes(p => p));
        Assert.True(Escapes(p => new { One = p, Other = p }));
        Assert.True(Escapes(p => p.Metadata.Where(pair => pair.Value == p.Name)));
        Assert.True(Escapes(p => p.Metadata.Where(pair => p.Metadata.Any(other => other.Value == p.Name))));
    }

    private static bool Escapes(Expression<Func<UserProfile, object?>> selector) => ItemUse.Escapes(selector);
}
