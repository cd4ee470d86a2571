using System.Globalization;
using System.Text;
using FluentProfiles.Mirror.Tests.Databases;
using FluentProfiles.Tests;

namespace FluentProfiles.Mirror.Tests.Querying;

/// <summary>Texts that are special to SQL, to JSON, to a collation or to a culture are texts like others.</summary>
public sealed class MirrorTextTests
{
    private static readonly string[] Texts =
    [
        "O'Brien",
        "'; DELETE FROM \"MirroredProfile\"; --",
        "%",
        "a_c",
        "abc",
        "\\",
        "\0",
        "a\0b",
        "\u0001",
        "\u0001u0000",
        "@p0",
        "I",
        "i",
        "ı",
        "İ",
        "é",
        "e\u0301",
        "\ud834\udd1e",
        "",
    ];

    [Theory]
    [OnSqlite]
    [OnPostgres]
    public async Task Text_IsFoundByItselfAlone(DatabaseKind kind)
    {
        await using var mirror = await TestMirror.OfAsync(kind, TestProfiles.Many(Texts.Length).Select(WithText));

        for (var number = 0; number < Texts.Length; number++)
        {
            var text = Texts[number];
            var id = TestProfiles.IdOf(number);
            Assert.Equal([id], await IdsAsync(mirror.Query().Where(p => p.Name == text)));
            Assert.Equal([id], await IdsAsync(mirror.Query().Where(p => p.ExternalUserDetails.ReferenceId == text)));
            Assert.Equal([id], await IdsAsync(mirror.Query().Where(p => p.Metadata["text"] == text)));
            Assert.Equal(Texts.Length - 1, await mirror.Query().CountAsync(p => p.Name != text));
            if (text.Length > 0)
                Assert.Equal([id], await IdsAsync(mirror.Query().Where(p => p.Metadata.ContainsKey("key" + text))));
        }
        Assert.Empty(await mirror.Query().Where(p => p.Name == "\ud834").ToListAsync());
    }

    // A JSON text can name half a surrogate pair, which no text of .NET in UTF-8 can: it is read as U+FFFD.
    [Theory]
    [OnSqlite]
    [OnPostgres]
    public async Task HalfASurrogatePair_IsReadAsTheClientReadsIt(DatabaseKind kind)
    {
        await using var mirror = await TestMirror.OfAsync(kind);
        await mirror.Store.PutAsync([
            Encoding.UTF8.GetBytes(
                """{"id":"uprof_1","created_at":"2026-05-01T00:00:00Z","updated_at":"2026-05-01T00:00:00Z","name":"a\ud800b","metadata":{"k":"\udc00"}}"""
            ),
        ]);

        Assert.Equal("a\ufffdb", (await mirror.Query().SingleAsync(p => p.Name == "a\ufffdb")).Name);
        Assert.Equal("uprof_1", (await mirror.Query().SingleAsync(p => p.Metadata["k"] == "\ufffd")).Id);
        Assert.Null(await mirror.Query().FirstOrDefaultAsync(p => p.Name == "a\ud800b"));
    }

    [Theory]
    [OnSqlite]
    [OnPostgres]
    public async Task PartOfAText_IsSearchedForOnTheClient(DatabaseKind kind)
    {
        await using var mirror = await TestMirror.OfAsync(kind, TestProfiles.Many(Texts.Length).Select(WithText));
        var query = mirror.Query().Where(p => p.Name!.StartsWith("a_"));

        Assert.Equal(TestProfiles.Ids([3]), await IdsAsync(query));
        Assert.Single(query.Explain().OnClient);
    }

    [Fact]
    public async Task Culture_ChangesNothing()
    {
        var (before, culture) = (CultureInfo.CurrentCulture, (CultureInfo)CultureInfo.InvariantCulture.Clone());
        culture.NumberFormat.NegativeSign = "minus";
        culture.NumberFormat.NumberGroupSeparator = "'";
        culture.DateTimeFormat.TimeSeparator = ".";
        CultureInfo.CurrentCulture = culture;
        try
        {
            await using var mirror = await TestMirror.OfAsync(
                DatabaseKind.Sqlite,
                TestProfiles.Many(Texts.Length).Select(WithText)
            );
            // A time before 1970 is a negative number in the database and in a cursor.
            var query = mirror
                .Query()
                .Where(p => p.CreatedAt >= new DateTimeOffset(1900, 1, 1, 0, 0, 0, TimeSpan.Zero) && p.Name != "I")
                .OrderByDescending(p => p.Name)
                .WithPageSize(4);

            var ids = await IdsAsync(query);
            var first = await query.ToPageAsync(5);
            var rest = await IdsAsync(query.ResumeFrom(first.ResumeToken));

            Assert.Equal(Texts.Length - 1, ids.Count);
            Assert.Equal(ids, first.Items.Select(p => p.Id).Concat(rest));
            Assert.Contains("LIMIT 5", query.Explain().ToString(), StringComparison.Ordinal);
        }
        finally
        {
            CultureInfo.CurrentCulture = before;
        }
    }

    private static UserProfile WithText(UserProfile profile, int number) =>
        profile with
        {
            Name = Texts[number],
            Metadata = new() { ["text"] = Texts[number], ["key" + Texts[number]] = "1" },
            ExternalUserDetails = new() { ReferenceId = Texts[number] },
        };

    private static ValueTask<List<string>> IdsAsync(ProfileQuery<UserProfile> query) =>
        query.Select(p => p.Id).ToListAsync();
}
