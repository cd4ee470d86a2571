using FluentProfiles.Mirror.Tests.Databases;
using FluentProfiles.Tests;

namespace FluentProfiles.Mirror.Tests.Passes;

/// <summary>What a pass sends to the database: so much a page, and nothing that grows with what is stored.</summary>
public sealed class PassCostTests
{
    private const int PageSize = 100;

    [Theory]
    [OnSqlite]
    [OnPostgres]
    public async Task APassWithoutAChange_ReadsOnceAPageAndWritesNoProfile(DatabaseKind kind)
    {
        var few = await UnchangedAsync(kind, 3);
        var many = await UnchangedAsync(kind, 8);

        Assert.Empty(few.ProfileWrites);
        Assert.Empty(many.ProfileWrites);
        Assert.Equal(5, many.Texts.Count - few.Texts.Count);
    }

    [Theory]
    [OnSqlite]
    [OnPostgres]
    public async Task AFirstLoad_WritesEachRowOnce(DatabaseKind kind)
    {
        await using var service = await MirroredService.StartAsync(kind, TestProfiles.Many(3 * PageSize));
        using SentStatements sent = new(service.Database);

        await service.Mirror.RefreshAsync();

        var writes = sent.ProfileWrites.ToList();
        Assert.All(writes, write => Assert.StartsWith("INSERT", write, StringComparison.Ordinal));
        // PostgreSQL takes the rows of a page as arrays, and those of its metadata.
        var pairs = TestProfiles.Many(3 * PageSize).Sum(profile => profile.Metadata.Count);
        Assert.Equal(kind == DatabaseKind.Postgres ? 3 * 2 : 3 * PageSize + pairs, writes.Count);
    }

    private static async Task<SentStatements> UnchangedAsync(DatabaseKind kind, int pages)
    {
        await using var service = await MirroredService.StartAsync(kind, TestProfiles.Many(pages * PageSize));
        await service.Mirror.RefreshAsync();
        using SentStatements sent = new(service.Database);
        await service.Mirror.RefreshAsync();
        return sent;
    }
}
