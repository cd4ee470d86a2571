using FluentProfiles.Tests.Sources;

namespace FluentProfiles.Tests.Planning;

/// <summary>A token of a source belongs to what the source does for the query, too.</summary>
public sealed class QueryFingerprintTests
{
    [Fact]
    public async Task SkipOfTheSource_IsPartOfTheQuery()
    {
        using CapableSource source = new(TestProfiles.Many(30)) { LargestPage = 5 };
        var page = await source.Query().Skip(3).ToPageAsync(2);

        var rest = await source.Query().Skip(3).ResumeFrom(page.ResumeToken).Select(p => p.Id).ToListAsync();

        Assert.Equal(TestProfiles.Newest(25, 25), rest);
        Assert.Equal(3, source.Requests[0].Skip);
        await Assert.ThrowsAsync<ArgumentException>(async () =>
            await source.Query().Skip(4).ResumeFrom(page.ResumeToken).ToListAsync()
        );
        await Assert.ThrowsAsync<ArgumentException>(async () =>
            await source.Query().ResumeFrom(page.ResumeToken).ToListAsync()
        );
    }

    [Fact]
    public async Task PageSizeOfASourceWithCursorsOfAnySize_MayDiffer()
    {
        using CapableSource source = new(TestProfiles.Many(30)) { BindsCursors = false };
        var page = await source.Query().WithPageSize(4).ToPageAsync(8);

        var rest = await source.Query().WithPageSize(9).ResumeFrom(page.ResumeToken).Select(p => p.Id).ToListAsync();

        Assert.Equal(TestProfiles.Newest(22, 22), rest);
        Assert.Equal([4, 4, 9, 9, 9], source.Requests.Select(request => request.Limit));
    }
}
