namespace FluentProfiles.Tests.Resume;

/// <summary>Tokens that an earlier build has written resume in this one, in another process. <c>UPDATE_TOKENS=1 dotnet test --filter
/// GoldenTokenTests</c> writes those of new queries and leaves the others as they are. When the format changes on purpose, raise its
/// version and empty the file first.</summary>
public sealed class GoldenTokenTests
{
    public static TheoryData<string> Names => [.. GoldenQueries.All.Keys];

    [Fact]
    public async Task EveryQuery_HasStoredTokens()
    {
        List<GoldenToken> tokens = [.. GoldenToken.All];
        var missing = GoldenQueries.All.Keys.Except(tokens.Select(token => token.Query)).ToList();
        if (Environment.GetEnvironmentVariable("UPDATE_TOKENS") == "1")
        {
            foreach (var name in missing)
                tokens.AddRange(await GoldenTokenWriter.OfAsync(name));
            await GoldenToken.WriteAsync(tokens);
        }

        Assert.Empty(missing);
    }

    [Theory]
    [MemberData(nameof(Names))]
    public async Task StoredToken_ResumesWhereItStopped(string name)
    {
        var query = QueryOf(name).Select(p => p.Id);
        var all = await query.ToListAsync();

        foreach (var stored in TokensOf(name))
        {
            var returned = TestProfiles.Ids(stored.Returned);
            Assert.Empty(returned.Except(all));
            Assert.Equal(all.Except(returned), await query.ResumeFrom(stored.Token).ToListAsync());
        }
    }

    [Theory]
    [MemberData(nameof(Names))]
    public async Task StoredTokenOfAnotherQuery_IsRefused(string name)
    {
        var query = QueryOf(name);
        HashSet<string> accepted = [];
        foreach (var stored in GoldenToken.All)
        {
            if (await ResumesAsync(query, stored.Token))
                accepted.Add(stored.Query);
        }

        var same = Array.Find(GoldenQueries.Same, names => names.Contains(name)) ?? [name];
        Assert.Equal(same.Order(StringComparer.Ordinal), accepted.Order(StringComparer.Ordinal));
    }

    [Fact]
    public async Task TokensOfTheVersionBefore_AreRefusedByTheirVersion()
    {
        Assert.NotEmpty(GoldenToken.OfVersion2);
        foreach (var (name, token) in GoldenToken.OfVersion2)
        {
            var refusal = await Assert.ThrowsAsync<ArgumentException>(async () =>
                await QueryOf(name).ToPageAsync(7, token)
            );
            Assert.Contains("its format is 2, this version's 3", refusal.Message, StringComparison.Ordinal);
        }
    }

    internal static ProfileQuery<UserProfile> QueryOf(string name) =>
        GoldenQueries.All[name](ProfileQuery.FromItems(TestProfiles.Many(60)).WithPageSize(10));

    private static IEnumerable<GoldenToken> TokensOf(string name) =>
        GoldenToken.All.Where(stored => stored.Query == name);

    private static async Task<bool> ResumesAsync(ProfileQuery<UserProfile> query, string token)
    {
        try
        {
            await query.ToPageAsync(3, token);
            return true;
        }
        catch (ArgumentException)
        {
            return false;
        }
    }

    // Their full names are part of the stored tokens.
    internal static bool HasName(UserProfile profile) => profile.Name is not null;

    internal sealed record Rule(int Least, string Suffix)
    {
        public bool Holds(string id) => id.Length > Least && !id.EndsWith(Suffix, StringComparison.Ordinal);
    }
}
