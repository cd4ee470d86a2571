using System.Text.Json;
using System.Text.RegularExpressions;

namespace FluentProfiles.Tests.Resume;

/// <summary>Tokens that an earlier build has written resume in this one, in another process. When the format changes on purpose,
/// raise its version and write them anew: <c>UPDATE_TOKENS=1 dotnet test --filter GoldenTokenTests</c>.</summary>
public sealed class GoldenTokenTests
{
    private const string FileName = "tokens-v3.json";

    private static readonly DateTimeOffset Noon = new(2026, 5, 1, 12, 0, 0, TimeSpan.Zero);
    private static readonly string[] Countries = ["DE", "FR"];
    private static readonly string[] Ids = TestProfiles.Ids(Enumerable.Range(0, 30));
    private static readonly Regex Pattern = new("^uprof", RegexOptions.IgnoreCase);

    private static readonly Dictionary<string, Func<ProfileQuery<UserProfile>, ProfileQuery<UserProfile>>> Queries =
        new()
        {
            ["everything"] = q => q,
            ["by name"] = q => q.OrderBy(p => p.Name),
            ["oldest first, a bound"] = q => q.OrderBy(p => p.CreatedAt).Where(p => p.CreatedAt > Noon.AddHours(-11.5)),
            ["status"] = q => q.Where(p => p.EnforcementStatus == "banned" || p.EnforcementStatus == "pending"),
            ["captured values"] = q =>
                q.Where(p => !Countries.Contains(p.ExternalUserDetails.Country) && Pattern.IsMatch(p.Id)),
            ["object"] = q => q.Where(p => new Rule(1, "a").Holds(p.Id)),
            ["numbers"] = q => q.Where(p => p.Id.Length > 1.50m && p.Id.Length > 0.0 && p.Id.Length != 7L),
            ["clock"] = q => q.Where(p => p.CreatedAt < DateTimeOffset.UtcNow.AddYears(100)),
            ["window"] = q => q.Skip(3).Where(p => p.Name != null).Take(20),
            ["projection that is looked at"] = q =>
                q.Select(p => new { Profile = p, Label = p.Id + "x" })
                    .Where(r => r.Label != "a")
                    .Select(r => r.Profile),
            ["look-ups"] = q => q.Where(p => Ids.Contains(p.Id)),
            ["sorted here"] = q => q.Take(40).OrderByDescending(p => p.UpdatedAt),
            ["held back"] = q => q.Skip(5).Reverse(),
            ["code"] = q => q.WhereOnClient(HasName),
            ["details"] = q => q.WithDetails().Where(p => p.Name != "nobody"),
        };

    public static TheoryData<string> Names => [.. Queries.Keys];

    [Theory]
    [MemberData(nameof(Names))]
    public async Task StoredToken_ResumesWhereItStopped(string name)
    {
        var query = Queries[name](ProfileQuery.FromItems(TestProfiles.Many(60))).WithPageSize(10);
        var expected = await query.Select(p => p.Id).Skip(7).ToListAsync();
        if (Environment.GetEnvironmentVariable("UPDATE_TOKENS") == "1")
            await WriteAsync(name, (await query.ToPageAsync(7)).ResumeToken!);

        var token = Read(FileName)[name];

        Assert.Equal(expected, await query.Select(p => p.Id).ResumeFrom(token).ToListAsync());
    }

    [Fact]
    public async Task TokensOfTheVersionBefore_AreRefusedByTheirVersion()
    {
        var tokens = Read("tokens-v2.json");
        Assert.NotEmpty(tokens);
        foreach (var (name, token) in tokens)
        {
            var query = Queries[name](ProfileQuery.FromItems(TestProfiles.Many(60)));
            var refusal = await Assert.ThrowsAsync<ArgumentException>(async () => await query.ToPageAsync(7, token));
            Assert.Contains("its format is 2, this version's 3", refusal.Message, StringComparison.Ordinal);
        }
    }

    private static bool HasName(UserProfile profile) => profile.Name is not null;

    private static Dictionary<string, string> Read(string file) =>
        JsonSerializer.Deserialize<Dictionary<string, string>>(
            File.ReadAllText(Path.Combine(AppContext.BaseDirectory, "Fixtures", file))
        )!;

    private static async Task WriteAsync(string name, string token)
    {
        var source = Path.Combine(Repository.Root, "tests", "FluentProfiles.Tests", "Fixtures", FileName);
        var tokens = File.Exists(source)
            ? JsonSerializer.Deserialize<Dictionary<string, string>>(await File.ReadAllTextAsync(source))!
            : [];
        tokens[name] = token;
        var text = JsonSerializer.Serialize(tokens, new JsonSerializerOptions { WriteIndented = true }) + "\n";
        await File.WriteAllTextAsync(source, text);
        await File.WriteAllTextAsync(Path.Combine(AppContext.BaseDirectory, "Fixtures", FileName), text);
    }

    private sealed record Rule(int Least, string Suffix)
    {
        public bool Holds(string id) => id.Length > Least && !id.EndsWith(Suffix, StringComparison.Ordinal);
    }
}
