namespace FluentProfiles.Analyzers.Tests.Sound;

/// <summary>A client or a method of one's own may give objects in memory, which have any id and cost no request.</summary>
public sealed class OwnSourceTests
{
    [Theory]
    [InlineData("Console.WriteLine(await fake.Query().AnyAsync(p => p.Id == \"1\"));")]
    [InlineData("Console.WriteLine(await Seed().CountAsync(p => p.Id == \"a\") == 1);")]
    [InlineData(
        "var q = Seed(new UserProfile { Id = \"a\" }); Console.WriteLine(await q.CountAsync(p => p.Metadata[\"k\"] == \"\"));"
    )]
    [InlineData("Console.WriteLine(await fake.Query().CountAsync() > 0);")]
    [InlineData("Console.WriteLine((await Seed().ToListAsync()).Count == 0);")]
    [InlineData(
        "foreach (var t in texts) { fake.Items.Add(new() { Id = t }); Console.WriteLine(await fake.Query().CountAsync()); }"
    )]
    [InlineData("await foreach (var p in fake.Query().Where(p => p.Id == \"1\")) Console.WriteLine(p.Name);")]
    [InlineData(
        "Console.WriteLine(await fake.Query().OrderBy(p => p.Name).FirstAsync(p => p.Id == text || p.Id == \"2\"));"
    )]
    public Task OwnSource_IsNotReported(string statements) =>
        Unreported.AssertAsync("var fake = new Fake();" + statements, Members);

    [Theory]
    [InlineData("Console.WriteLine(await Named(client.Query()).CountAsync() > 0);", "FP0303")]
    [InlineData("Console.WriteLine(await Named(given).AnyAsync(p => p.Id == \"1\"));", "FP0205")]
    [InlineData(
        "IProfilesClient api = new Fake(); Console.WriteLine(await api.Query().AnyAsync(p => p.Id == \"1\"));",
        "FP0205"
    )]
    public async Task QueryPassedThrough_IsReported(string statements, string id) =>
        Assert.Contains(await Diagnoses.OfAsync(statements, Members), one => one.Id == id);

    private const string Members = """
        private static ProfileQuery<UserProfile> Named(ProfileQuery<UserProfile> query) => query.Where(p => p.Name != null);

        private static ProfileQuery<UserProfile> Seed(params UserProfile[] items) => ProfileQuery.FromItems(items);

        private sealed class Fake : IProfilesClient
        {
            public List<UserProfile> Items { get; } = [];
            public IDataControlsClient DataControls => null!;
            public ProfileQuery<UserProfile> Query() => ProfileQuery.FromItems(Items);
            public Task<CustomerUrl> CreateActionUrlAsync(string id, CallOptions? o, CancellationToken t) => null!;
            public Task<CustomerUrl> CreateEnrollmentUrlAsync(string id, CallOptions? o, CancellationToken t) => null!;
            public Task<UserProfile> CreateAsync(NewProfile profile, CallOptions? o, CancellationToken t) => null!;
            public Task DeleteAsync(string id, CallOptions? o, CancellationToken t) => Task.CompletedTask;
            public Task<UserProfile> GetAsync(string id, CallOptions? o, CancellationToken t) => null!;
            public Task<UserProfile> UpdateAsync(string id, ProfileChanges c, CallOptions? o, CancellationToken t) => null!;
        }
        """;
}
