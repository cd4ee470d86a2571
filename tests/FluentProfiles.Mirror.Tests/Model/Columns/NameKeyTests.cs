using CsCheck;
using FluentProfiles.Mirror.Model.Columns;
using FluentProfiles.Model.Schema;

namespace FluentProfiles.Mirror.Tests.Model.Columns;

public sealed class NameKeyTests
{
    // A name that was read has no half of a surrogate pair.
    private static readonly Gen<string> Names = Gen.OneOf(
            Gen.Int['A', 'z'],
            Gen.Int[0, 0x900],
            Gen.Int[0xD700, 0xD7FF],
            Gen.Int[0xE000, 0x10FFF]
        )
        .Array[0, 6]
        .Select(points => string.Concat(points.Select(char.ConvertFromUtf32)));

    [Fact]
    public void TheBytesOfKeys_SortAsTheServiceSortsNames() =>
        Gen.Select(Names, Names)
            .Sample(
                (x, y) =>
                    Math.Sign(Bytes(x).AsSpan().SequenceCompareTo(Bytes(y)))
                    == Math.Sign(new NullsLastComparer<string>(descending: false).Compare(x, y))
            );

    [Fact]
    public void AKey_IsReadBack() =>
        Names.Sample(name => (string?)NameKey.Converter.ConvertFromProvider(Bytes(name)) == NameKey.Of(name));

    [Fact]
    public void AKey_HasTheFirstCharacters()
    {
        Assert.Null(NameKey.Of(null));
        Assert.Equal("ada lovelÄce", NameKey.Of("Ada LovelÄce"));
        Assert.Equal(new string('x', 512), NameKey.Of(new string('X', 600)));
    }

    private static byte[] Bytes(string name) => (byte[])NameKey.Converter.ConvertToProvider(NameKey.Of(name))!;
}
