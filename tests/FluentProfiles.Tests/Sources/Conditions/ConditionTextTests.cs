using FluentProfiles.Sources.Conditions;

namespace FluentProfiles.Tests.Sources.Conditions;

public sealed class ConditionTextTests
{
    [Theory]
    [InlineData("plan", "\"plan\"")]
    [InlineData("", "\"\"")]
    [InlineData("a\"b\\c\0d", "\"a\\u0022b\\\\c\\u0000d\"")]
    [InlineData("\ufffd", "\"\\uFFFD\"")]
    [InlineData("\ud834\udd1ex", "\"\\uD834\\uDD1Ex\"")]
    public void Text_IsQuoted(string text, string quoted) => Assert.Equal(quoted, ConditionText.Of(text));

    // An attribute can't hold such a text.
    [Fact]
    public void HalfASurrogatePair_IsNotMistakenForAnother()
    {
        Assert.Equal("\"\\uD800\"", ConditionText.Of("\ud800"));
        Assert.Equal("\"a\\uDC00b\\uD800\"", ConditionText.Of("a\udc00b\ud800"));
    }

    // A condition may compare with whatever a program has in its hands.
    [Fact]
    public async Task HalfASurrogatePair_IsFoundNowhere()
    {
        CapableSource source = new(TestProfiles.Many(3));

        Assert.Empty(await source.Query().Where(p => p.Metadata["plan"] == "\ud800").ToListAsync());
    }
}
