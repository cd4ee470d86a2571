using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using CsCheck;
using FluentProfiles.Json.Pages;

namespace FluentProfiles.Tests.Json.Pages;

public sealed class StructuralScanTests
{
    // Whatever means something to the scan, so that texts are full of what looks like structure.
    private static readonly Gen<string> Text = Gen.String[Gen.Char["\"\\{}[]aé :,"], 0, 40];

    [Fact]
    public void AnyObject_EndsWhereTheTokeniserSaysSo() =>
        Gen.Select(Value(4), Text, Gen.Bool)
            .Sample(
                (value, rest, escapesAll) =>
                {
                    JsonSerializerOptions options = new()
                    {
                        Encoder = escapesAll ? JavaScriptEncoder.Default : JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
                    };
                    var json = Encoding.UTF8.GetBytes(
                        JsonSerializer.Serialize(new Dictionary<string, object> { ["value"] = value }, options) + rest
                    );
                    Utf8JsonReader reader = new(json);
                    reader.Read();
                    var inside = (int)reader.BytesConsumed;
                    reader.Skip();

                    return inside + StructuralScan.EndOf(json.AsSpan(inside), depth: 1) == reader.BytesConsumed;
                },
                iter: 20_000
            );

    [Theory]
    [InlineData("")]
    [InlineData("\"a\":1")]
    [InlineData("\"a\":\"}\"")]
    [InlineData("\"a\":{}")]
    [InlineData("\"a\":\"\\")]
    public void TextThatEndsBefore_HasNoEnd(string json)
    {
        Assert.Equal(-1, StructuralScan.EndOf(Encoding.UTF8.GetBytes(json), depth: 1));
        Assert.Equal(-1, StructuralScan.EndOf(Encoding.UTF8.GetBytes(json.PadRight(200)), depth: 1));
    }

    [Fact]
    public void BracketAtAnyPlace_IsFoundThere()
    {
        for (var length = 0; length < 200; length++)
        {
            var spaces = new string(' ', length);

            Assert.Equal(length + 1, StructuralScan.EndOf(Encoding.UTF8.GetBytes(spaces + "}" + spaces), depth: 1));
            Assert.Equal(length + 2, StructuralScan.EndOf(Encoding.UTF8.GetBytes(spaces + "]}" + spaces), depth: 2));
            Assert.Equal(
                length + 5,
                StructuralScan.EndOf(Encoding.UTF8.GetBytes("\"}" + spaces + "\" }" + spaces), depth: 1)
            );
        }
    }

    private static Gen<object> Value(int depth)
    {
        var leaf = Gen.OneOf(Text.Select(text => (object)text), Gen.Int.Select(number => (object)number));
        if (depth == 0)
            return leaf;
        var list = Value(depth - 1).List[0, 4].Select(items => (object)items);
        var map = Gen.Select(Text, Value(depth - 1))
            .List[0, 4]
            .Select(pairs => (object)pairs.DistinctBy(pair => pair.Item1).ToDictionary(p => p.Item1, p => p.Item2));
        return Gen.OneOf(leaf, list, map);
    }
}
