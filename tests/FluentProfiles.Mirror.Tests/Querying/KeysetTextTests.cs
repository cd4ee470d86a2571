using FluentProfiles.Mirror.Querying;
using FluentProfiles.Mirror.Querying.Sql;

namespace FluentProfiles.Mirror.Tests.Querying;

public sealed class KeysetTextTests
{
    private static readonly SqlOrder ByTime = new(
        "p.\"OnboardedAt\"",
        KeyKind.Time,
        IsNullable: true,
        Descending: false
    );
    private static readonly SqlOrder ByText = ByTime with { Kind = KeyKind.Text };
    private static readonly SqlOrder ByBytes = ByTime with { Kind = KeyKind.Bytes };

    [Fact]
    public void Place_IsReadBack()
    {
        AssertIsReadBack(new(-17L, "uprof_7"), ByTime);
        AssertIsReadBack(new(long.MaxValue, "a.b'\n\ud834\udd1e"), ByTime);
        AssertIsReadBack(new("", "uprof_7"), ByText);
        AssertIsReadBack(new("é.-_", "uprof_7"), ByText);
        AssertIsReadBack(new(new byte[] { 0, 255, 46 }, "uprof_7"), ByBytes);
        AssertIsReadBack(new(null, "uprof_7"), ByBytes);
    }

    [Theory]
    [InlineData("")]
    [InlineData(".")]
    [InlineData("17")]
    [InlineData("17.")]
    [InlineData("17.=")]
    [InlineData("17.A")]
    [InlineData("x.dXByb2Y")]
    [InlineData("1,7.dXByb2Y")]
    [InlineData(" 17.dXByb2Y")]
    [InlineData("99999999999999999999.dXByb2Y")]
    [InlineData("17.dXB\0b2Y")]
    [InlineData("17.AAAA")]
    public void OtherText_IsNoPlace(string text) => Assert.Null(KeysetText.Read(text, ByTime));

    [Fact]
    public void PlaceWithoutAValue_IsNoneOfAnOrderWithoutNulls() =>
        Assert.Null(KeysetText.Read(KeysetText.Of(new(null, "uprof_7")), ByTime with { IsNullable = false }));

    private static void AssertIsReadBack(Keyset place, SqlOrder order)
    {
        var text = KeysetText.Of(place);
        var read = KeysetText.Read(text, order);

        Assert.All(text, letter => Assert.True(char.IsAscii(letter) && letter > ' '));
        Assert.Equal(place.Id, read?.Id);
        Assert.Equal(place.Key, read?.Key);
    }
}
