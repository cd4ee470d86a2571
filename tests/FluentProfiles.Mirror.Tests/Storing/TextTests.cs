using System.Text;
using FluentProfiles.Mirror.Tests.Databases;
using Microsoft.EntityFrameworkCore;
using static FluentProfiles.Mirror.Tests.TestRows;

namespace FluentProfiles.Mirror.Tests.Storing;

/// <summary>Texts that a database does not take as they are.</summary>
public sealed class TextTests
{
    private static readonly string[] Odd =
    [
        "a\0b",
        "a\u0001b",
        "a\\u0000b",
        "\0",
        "😀",
        "Ä",
        "ä",
        new('ä', 10_000),
        $"{new string('ä', 10_000)}2",
    ];

    [Theory]
    [OnSqlite]
    [OnPostgres]
    public async Task AnOddText_IsStoredAndFound(DatabaseKind kind)
    {
        await using var database = await TestDatabase.CreateWithTablesAsync(kind);
        var store = database.Store();
        var rows = Odd.Select(
                (text, i) => Row(JsonOf($"uprof_{i}", text, metadata: new() { [$"k{text}"] = text, ["same"] = text }))
            )
            .ToArray();

        Assert.Equal(Odd.Length, (await store.PutAsync(rows)).Added);

        await using var context = database.Context();
        foreach (var (i, text) in Odd.Index())
        {
            var found = await context.Set<MirroredProfile>().SingleAsync(profile => profile.Name == text);
            Assert.Equal(
                (i, Encoding.UTF8.GetString(rows[i].Json)),
                (int.Parse(found.Id[6..]), Encoding.UTF8.GetString(found.Json))
            );
            Assert.Equal(
                found.Key,
                (
                    await context.Set<MirroredMetadata>().SingleAsync(pair => pair.Key == "same" && pair.Value == text)
                ).Profile
            );
            Assert.Equal(
                found.Key,
                (await context.Set<MirroredMetadata>().SingleAsync(pair => pair.Key == $"k{text}")).Profile
            );
        }
    }

    [Theory]
    [OnSqlite]
    [OnPostgres]
    public async Task HalfASurrogatePair_IsKeptAsTheServiceSentIt(DatabaseKind kind)
    {
        await using var database = await TestDatabase.CreateWithTablesAsync(kind);
        var store = database.Store();
        const string Sent =
            """{"id":"uprof_1","type":"user_profile","created_at":"2026-10-31T23:54:20Z","metadata":{"\udc00":"x\ud800"},"name":"a\ud800"}""";

        await store.PutAsync(Row(Sent));
        var changed = await store.PutAsync(Row(Sent.Replace("a\\ud800", "a\\ud801", StringComparison.Ordinal)));

        Assert.Equal(1, changed.Changed);
        await using var context = database.Context();
        var stored = await context.Set<MirroredProfile>().SingleAsync();
        Assert.Equal(
            Sent.Replace("a\\ud800", "a\\ud801", StringComparison.Ordinal),
            Encoding.UTF8.GetString(stored.Json)
        );
        Assert.Equal("a\uFFFD", stored.Name);
        Assert.Equal(0, await context.Set<MirroredProfile>().CountAsync(profile => profile.Name == "a\ud800"));
    }
}
