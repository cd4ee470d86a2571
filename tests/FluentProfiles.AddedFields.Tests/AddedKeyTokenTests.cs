namespace FluentProfiles.AddedFields.Tests;

/// <summary>Tokens name an added sort key, and hold a place in its order.</summary>
public sealed class AddedKeyTokenTests
{
    [Fact]
    public async Task Pages_ResumeWithinEqualRanks()
    {
        var profiles = Enumerable.Range(0, 60).Select(i => AddedService.Profile(i, i / 9)).ToList();
        await using var service = await AddedService.StartAsync(profiles);
        var query = service.Query().Where(p => p.Id != "none").OrderBy(p => p.Rank).WithPageSize(10);
        List<UserProfile> read = [];
        string? token = null;
        do
        {
            var page = await query.ToPageAsync(7, token);
            read.AddRange(page.Items);
            token = page.ResumeToken;
        } while (token is not null);

        Assert.Equal(profiles.Select(p => p.Rank), read.Select(p => p.Rank));
        Assert.Equal(60, read.DistinctBy(p => p.Id).Count());
    }

    [Theory]
    [InlineData("created_at ascending")]
    [InlineData("name ascending")]
    public async Task TokenOfAnotherOrder_IsRefusedByName(string other)
    {
        await using var service = await AddedService.StartAsync(AddedService.Profiles(30));
        var query = service.Query();
        var token = (await query.OrderBy(p => p.Rank).ToPageAsync(5)).ResumeToken;
        var ordered = other.StartsWith("name", StringComparison.Ordinal)
            ? query.OrderBy(p => p.Name)
            : query.OrderBy(p => p.CreatedAt);

        var refused = await Assert.ThrowsAsync<ArgumentException>(() => ordered.ToPageAsync(5, token).AsTask());

        Assert.Contains(
            $"the order (rank ascending in the token, {other} here)",
            refused.Message,
            StringComparison.Ordinal
        );
    }

    [Fact]
    public async Task ScanFromBothEnds_Resumes()
    {
        var profiles = AddedService.Profiles(90);
        await using var service = await AddedService.StartAsync(profiles);
        var query = service.Query().OrderByDescending(p => p.Rank).WithPageSize(10).WithTwoEndedScan();
        List<int> read = [];
        string? token = null;
        await foreach (var page in query.Select(p => p.Rank).AsPages())
        {
            read.AddRange(page.Items);
            token = page.ResumeToken;
            if (read.Count >= 30)
                break;
        }

        read.AddRange(await query.Select(p => p.Rank).ResumeFrom(token).ToListAsync());

        Assert.Equal(profiles.Select(p => p.Rank).OrderDescending(), read);
    }

    [Fact]
    public async Task FilterValues_ArePartOfTheQueryOfAToken()
    {
        await using var service = await AddedService.StartAsync(AddedService.Profiles(60));
        var gold = service.Query().Where(p => p.SupportTier == SupportTier.Gold);
        var silver = service.Query().Where(p => p.SupportTier == SupportTier.Silver);
        var token = (await gold.ToPageAsync(5)).ResumeToken;

        await Assert.ThrowsAsync<ArgumentException>(() => silver.ToPageAsync(5, token).AsTask());
        Assert.Equal(5, (await gold.ToPageAsync(5, token)).Items.Count);
    }
}
