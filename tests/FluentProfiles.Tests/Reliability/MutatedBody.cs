using CsCheck;
using FluentProfiles.Json.Pages;

namespace FluentProfiles.Tests.Reliability;

/// <summary>A body of the service, changed at random.</summary>
internal sealed class MutatedBody(byte[] bytes) : IPageBody
{
    private static readonly byte[][] Originals =
    [
        .. Directory
            .GetFiles(Path.Combine(AppContext.BaseDirectory, "Fixtures"), "*.json")
            .Order(StringComparer.Ordinal)
            .Select(File.ReadAllBytes),
    ];

    // What a reader of JSON may stumble over.
    private static readonly byte[][] Tokens =
    [
        .. new[]
        {
            "{",
            "}",
            "[",
            "]",
            "\"",
            "\\",
            ",",
            ":",
            "null",
            "true",
            "-1e999",
            "0.1",
            "\"\"",
            "{}",
            "[]",
            "[null]",
            "\\ud800",
            "\\u0000",
            "\\udc00",
            "\\ud83d\\ude00",
            "\\ud83d\\ud83d\\u0041",
            "\"\\uDBFF\":1,",
            "\"created_at\":\"2026-10-31t23:59:60z\",",
            "\"updated_at\":\"2026-10-31 23:59:60.123456789-23:59\",",
            "\"created_at\":\"0001-01-01T00:00:00+00:01\",",
            "\"data\":",
            "\"next_page\":",
            "\"id\":",
            "\"data\":null",
            "\"next_page\":\"\"",
            "\"created_at\":\"\"",
            "\"2026-99-99T99:99:99Z\"",
            "\"9999-12-31T23:59:59.9999999-14:00\"",
            "/**/",
            "\u2028",
            "\0",
            "\r\n",
        }.Select(text => System.Text.Encoding.UTF8.GetBytes(text)),
        [0xff, 0xfe],
        [0xed, 0xa0, 0x80],
        [0xef, 0xbb, 0xbf],
        [0xc0, 0x80],
        [0xf0, 0x9f, 0x98],
        [0x80],
        [.. Enumerable.Repeat((byte)'[', 200)],
        [.. Enumerable.Repeat((byte)'{', 70)],
        [.. new byte[3000]],
    ];

    // A single byte is changed most often: much else leaves nothing to be read.
    private static readonly Gen<int> Kinds = Gen.Frequency((6, Gen.Const(0)), (5, Gen.Int[1, 5]));

    /// <summary>One to five changes: a byte, a part left out or repeated, a token or a part of another body put in, the end cut
    /// off.</summary>
    public static readonly Gen<MutatedBody> Any = Gen.Select(
        Gen.OneOf(Originals),
        Gen.Select(Kinds, Gen.Double[0, 1], Gen.Double[0, 1], Gen.UInt).Array[1, 5],
        (original, changes) =>
            new MutatedBody(
                changes.Aggregate(
                    original,
                    (body, change) => Changed(body, change.Item1, change.Item2, change.Item3, change.Item4)
                )
            )
    );

    public ReadOnlyMemory<byte> Body => bytes;

    public ProfilesResponse? Response => null;

    public string RequestId => "req_mutated";

    public ProfilesProtocolException NotUnderstood(Exception cause) => new("The body is no page.", cause);

    public string Clean(string text) => text;

    public bool HasCredentials(string text) => false;

    public void Dispose() { }

    private static byte[] Changed(byte[] body, int kind, double at, double share, uint choice)
    {
        var start = (int)(at * body.Length);
        var length = (int)(share * share * share * (body.Length - start));
        var part = body[start..(start + length)];
        return kind switch
        {
            0 =>
            [
                .. body[..start],
                choice % 8 == 0 || body.Length == 0 ? (byte)(choice >> 8) : body[choice % (uint)body.Length],
                .. body[Math.Min(body.Length, start + 1)..],
            ],
            1 => [.. body[..start], .. body[(start + length)..]],
            2 => [.. body[..start], .. part, .. body[start..]],
            3 => [.. body[..start], .. Tokens[choice % (uint)Tokens.Length], .. body[start..]],
            4 => [.. body[..start], .. Slice(Originals[choice % (uint)Originals.Length], share), .. body[start..]],
            _ => body[..start],
        };
    }

    private static byte[] Slice(byte[] other, double share) =>
        other[(int)(share * other.Length / 2)..(int)(other.Length * (0.5 + share / 2))];
}
