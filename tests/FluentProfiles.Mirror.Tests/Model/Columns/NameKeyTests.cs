using CsCheck;
using FluentProfiles.Mirror.Model.Columns;
using FluentProfiles.Model.Schema;

namespace FluentProfiles.Mirror.Tests.Model.Columns;

public sealed class NameKeyTests
{
    private static readonly Gen<string> Names = Gen.OneOf(
            Gen.Char['A', 'z'],
            Gen.Char['\0', '\u0900'],
            Gen.Char['\uD700', '\uFFFF']
        )
        .Array[0, 6]
        .Select(units => new string(units));

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
