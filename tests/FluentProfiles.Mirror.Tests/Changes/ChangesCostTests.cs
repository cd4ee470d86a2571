using FluentProfiles.Mirror.Tests.Databases;
using FluentProfiles.Tests;

namespace FluentProfiles.Mirror.Tests.Changes;

/// <summary>What the feed sends to the database.</summary>
public sealed class ChangesCostTests
{
    private const int Page = 100;

    [Theory]
    [OnSqlite]
    [OnPostgres]
    public async Task APageOfChanges_ReadsTheRowsOnceAndIsInsertedAtOnce(DatabaseKind kind)
    {
        await using var service = await MirroredService.StartAsync(
            kind,
            TestProfiles.Many(3 * Page),
            options => options.MaxChangedShare = 1
        );
        using (SentStatements first = new(service.Database))
        {
            await service.Mirror.RefreshAsync();
            Assert.DoesNotContain(first.Texts, IsInsert);
        }
        using SentStatements sent = new(service.Database);

        await service.ChangeAsync(Enumerable.Range(0, 3 * Page));

        Assert.Equal(kind == DatabaseKind.Postgres ? 3 : 3 * Page, sent.Texts.Count(IsInsert));
        Assert.Equal(
            3,
            sent.Texts.Count(text => text.StartsWith("SELECT \"Key\", \"Json\"", StringComparison.Ordinal))
        );
    }

    [Theory]
    [OnSqlite]
    [OnPostgres]
    public async Task ReadingWhatIsNew_CostsTwoStatements(DatabaseKind kind)
    {
        await using var service = await MirroredService.StartAsync(kind, TestProfiles.Many(20));
        await service.Mirror.RefreshAsync();
        var token = await service.Mirror.GetChangesTokenAsync();
        await service.ChangeAsync([1, 2, 3]);
        using SentStatements sent = new(service.Database);

        Assert.Equal(3, await service.Mirror.ChangesAsync(token).CountAsync());

        Assert.Equal(2, sent.Texts.Count);
    }

    private static bool IsInsert(string text) =>
        text.StartsWith("INSERT INTO \"MirrorChange\"", StringComparison.Ordinal);
}
