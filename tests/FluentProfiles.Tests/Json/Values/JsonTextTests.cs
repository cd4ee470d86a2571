using System.Buffers;
using System.Text;
using System.Text.Json;
using CsCheck;
using FluentProfiles.Json.Values;

namespace FluentProfiles.Tests.Json.Values;

public sealed class JsonTextTests
{
    // Each piece as it is written, and what it means.
    private static readonly (byte[] Written, string Text)[] Pieces =
    [
        ("a"u8.ToArray(), "a"),
        ("ü"u8.ToArray(), "ü"),
        ("😀"u8.ToArray(), "😀"),
        ("\\n"u8.ToArray(), "\n"),
        ("\\\\"u8.ToArray(), "\\"),
        ("\\\""u8.ToArray(), "\""),
        ("\\/"u8.ToArray(), "/"),
        ("\\\\ud800"u8.ToArray(), "\\ud800"),
        ("\\u00FC"u8.ToArray(), "ü"),
        ("\\uD83D\\uDE00"u8.ToArray(), "😀"),
        ("\\ufffd"u8.ToArray(), "\uFFFD"),
        ([0xFF], "\uFFFD"),
        ([0xC0, 0x80], "\uFFFD\uFFFD"),
        ([0xED, 0xA0, 0x80], "\uFFFD\uFFFD\uFFFD"),
        ("\\udc00"u8.ToArray(), "\uFFFD"),
        ("\\uDFFFx"u8.ToArray(), "\uFFFDx"),
        ("\\ud800x"u8.ToArray(), "\uFFFDx"),
        ("\\uDBFF\\n"u8.ToArray(), "\uFFFD\n"),
        ("\\ud83d\\ud83d\\ude00"u8.ToArray(), "\uFFFD😀"),
        ("\\ud83d\\u0041"u8.ToArray(), "\uFFFDA"),
    ];

    private static readonly Gen<(byte[] Written, string Text)[]> Texts = Gen.OneOf(Pieces).Array[0, 12];

    [Fact]
    public void AnyText_IsReadWithReplacements() =>
        Texts.Sample(
            pieces =>
            {
                var (json, text) = Joined(pieces);
                var reader = new Utf8JsonReader(json);
                reader.Read();

                return JsonText.Of(ref reader) == text;
            },
            iter: 20_000
        );

    [Fact]
    public void TextInSeveralSegments_IsReadTheSame() =>
        Gen.Select(Texts, Gen.Int[1, 5])
            .Sample(
                (pieces, size) =>
                {
                    var (json, text) = Joined(pieces);
                    var reader = new Utf8JsonReader(Segment.Of(json, size));
                    reader.Read();

                    return JsonText.Of(ref reader) == text;
                },
                iter: 5_000
            );

    [Fact]
    public void Name_IsComparedByItsText() =>
        Texts.Sample(
            pieces =>
            {
                var (json, text) = Joined(pieces);
                var reader = new Utf8JsonReader([(byte)'{', .. json, .. ":1}"u8]);
                reader.Read();
                reader.Read();
                var isPlain = !text.Contains('\uFFFD');

                return JsonText.Is(ref reader, Encoding.UTF8.GetBytes(text)) == isPlain
                    || pieces.Any(piece => piece.Text.Contains('\uFFFD'));
            },
            iter: 5_000
        );

    [Fact]
    public void JsonWithoutLoneSurrogates_IsNotCopied()
    {
        var json = "{\"a\\u0041\":\"\\ud83d\\ude00\\\\ud800\"}"u8;

        Assert.True(JsonText.Repaired(json) == json);
    }

    private static (byte[] Json, string Text) Joined((byte[] Written, string Text)[] pieces) =>
        (
            [(byte)'"', .. pieces.SelectMany(piece => piece.Written), (byte)'"'],
            string.Concat(pieces.Select(piece => piece.Text))
        );

    private sealed class Segment : ReadOnlySequenceSegment<byte>
    {
        public static ReadOnlySequence<byte> Of(byte[] bytes, int size)
        {
            Segment first = new() { Memory = bytes.AsMemory(0, Math.Min(size, bytes.Length)) };
            var last = first;
            for (var at = size; at < bytes.Length; at += size)
            {
                Segment next = new()
                {
                    Memory = bytes.AsMemory(at, Math.Min(size, bytes.Length - at)),
                    RunningIndex = at,
                };
                (last.Next, last) = (next, next);
            }
            return new(first, 0, last, last.Memory.Length);
        }
    }
}
