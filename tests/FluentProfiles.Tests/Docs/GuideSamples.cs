using FluentProfiles.Emulator;

namespace FluentProfiles.Tests.Docs;

/// <summary>The C# of docs/guide.md and docs/revisions.md.</summary>
public sealed partial class GuideSamples : IAsyncLifetime
{
    private static readonly ProfilesClient Unused = new(new() { ApiKey = TestService.Key });
    private ProfileEmulator emulator = null!;
    private ProfilesClient client = null!;

    /// <summary>What the guide prints below a query, by the region's name.</summary>
    internal static Dictionary<string, Func<string>> Texts { get; } =
        new()
        {
            ["guide-first-plan"] = () => First(Unused).Explain().ToString(),
            ["guide-condition-plan"] = () => Condition(Unused).Explain().ToString(),
            ["guide-bound-plan"] = () => LastWeek(Unused).Explain().ToString(),
            ["guide-details-plan"] = () => Details(Unused).Explain().ToString(),
            ["guide-ids-plan"] = () => ByIds(Unused, ["uprof_1", "uprof_2", "uprof_3"]).Explain().ToString(),
        };

    public async Task InitializeAsync()
    {
        emulator = await ProfileEmulator.StartAsync(new() { Count = 1_200 });
        client = new ProfilesClient(new() { BaseUrl = emulator.BaseUrl, ApiKey = TestService.Key });
    }

    public async Task DisposeAsync()
    {
        client.Dispose();
        await emulator.DisposeAsync();
    }

    [Fact]
    public async Task First_TakesOneRequest()
    {
        var newest = First(client);

        #region guide-run
        await foreach (var profile in newest)
            Console.WriteLine($"{profile.CreatedAt:d} {profile.Name}");
        #endregion

        Assert.Equal("/v1/user_profiles?limit=5", emulator.Requests.Single().PathAndQuery);
    }

    [Fact]
    public async Task Budget_EndsTheRun()
    {
        emulator.Intercept = null;
        List<string> found = [];

        #region guide-budget
        var french = client.Query().Where(p => p.ExternalUserDetails.Country == "FR").WithMaxRequests(5);
        try
        {
            await foreach (var profile in french)
                found.Add(profile.Id);
        }
        catch (ProfilesBudgetException failure)
        {
            Console.WriteLine($"{found.Count} so far; the token {failure.ResumeToken} goes on from there");
        }
        #endregion

        Assert.Equal(5, emulator.Requests.Count);
        Assert.NotEmpty(found);
    }

    [Fact]
    public async Task LastWeek_StopsEarly()
    {
        var found = await LastWeek(client).ToListAsync();
        Assert.Single(emulator.Requests);
        Assert.Empty(found);
    }

    [Fact]
    public async Task Ids_AreLookedUp()
    {
        string[] ids = [emulator.Profiles[3].Id, emulator.Profiles[7].Id];
        Assert.Equal(2, await ByIds(client, ids).CountAsync());
        Assert.All(emulator.Requests, request => Assert.StartsWith("/v1/user_profiles/uprof_", request.PathAndQuery));
    }

    [Fact]
    public void Plan_IsForTests()
    {
        #region guide-plan-test
        var plan = client.Query().OrderByDescending(p => p.CreatedAt).Take(250).Explain();

        Assert.Equal(3, plan.MaxRequests);
        Assert.Empty(plan.OnClient);
        #endregion
    }

    [Fact]
    public async Task Revision_IsChosenByABeta()
    {
        #region revision-old
        var old = await client
            .Query()
            .WithBeta(AnthropicBeta.UserProfiles2026_08_18)
            .Select(p => new { p.Id, p.ExternalId })
            .ToListAsync();
        #endregion

        #region revision-new
        var now = await client
            .Query()
            .Select(p => new { p.Id, ExternalId = p.ExternalUserDetails.ReferenceId })
            .ToListAsync();
        #endregion

        Assert.Equal(
            old.Where(p => p.ExternalId is not null).ToHashSet(),
            now.Where(p => p.ExternalId is not null).ToHashSet()
        );
    }

    [Fact]
    public async Task RevisionOfAllQueries_Runs()
    {
        var (key, address) = (TestService.Key, emulator.BaseUrl);

        #region revision-client
        using var pinned = new ProfilesClient(
            new()
            {
                ApiKey = key,
                BaseUrl = address,
                Betas = [AnthropicBeta.UserProfiles2026_09_04],
            }
        );

        var asItWas = await pinned.Query().FirstAsync();
        var asItIs = await client.Query().FirstAsync();
        #endregion

        Assert.Equal(asItWas.Id, asItIs.Id);
        Assert.Equal(AnthropicBeta.UserProfiles2026_09_04.ToString(), emulator.Requests[0].Headers["anthropic-beta"]);
        Assert.False(emulator.Requests[1].Headers.ContainsKey("anthropic-beta"));
    }

    #region guide-endpoint
    public sealed record Customer(string Id, string? Name, EnforcementStatus Status);

    public sealed record CustomerPage(IReadOnlyList<Customer> Items, string? Next);

    public static async Task<CustomerPage> CustomersAsync(IProfilesClient client, string? token, CancellationToken ct)
    {
        var page = await client
            .Query()
            .Where(p => p.Metadata["plan"] == "team")
            .WithMaxRequests(5)
            .Select(p => new Customer(p.Id, p.Name, p.EnforcementStatus))
            .ToPageAsync(20, token, ct);
        return new(page.Items, page.ResumeToken);
    }
    #endregion

    #region guide-endpoint-errors
    public static int StatusOf(Exception failure) =>
        failure switch
        {
            ArgumentException => 400, // The token is damaged, expired or of another query: start without one.
            ProfilesRateLimitException or ProfilesOverloadedException or ProfilesBudgetException => 503,
            ProfilesConfigurationException or ProfilesAuthenticationException => 500,
            ProfilesException => 502,
            _ => 500,
        };
    #endregion

    [Fact]
    public async Task Endpoint_GivesPagesAndStatuses()
    {
        List<string> ids = [];
        string? token = null;
        do
        {
            var page = await CustomersAsync(client, token, default);
            ids.AddRange(page.Items.Select(customer => customer.Id));
            token = page.Next;
        } while (token is not null);

        Assert.Equal(
            emulator.Profiles.Where(p => p.Metadata.GetValueOrDefault("plan") == "team").Select(p => p.Id),
            ids
        );
        var damaged = await Record.ExceptionAsync(() => CustomersAsync(client, "damaged", default));
        Assert.Equal(400, StatusOf(damaged!));
    }

    private static ProfileQuery<UserProfile> First(ProfilesClient client)
    {
        #region guide-first-plan
        var newest = client.Query().Take(5);

        Console.WriteLine(newest.Explain());
        #endregion

        return newest;
    }

    private static ProfileQuery<UserProfile> Condition(ProfilesClient client)
    {
        #region guide-condition-plan
        var stopped = client
            .Query()
            .Where(p => p.EnforcementStatus == EnforcementStatus.Banned && p.Name.StartsWith("A"))
            .Take(20);
        #endregion

        return stopped;
    }

    private static ProfileQuery<string?> LastWeek(ProfilesClient client)
    {
        #region guide-bound-plan
        var thisMonth = client
            .Query()
            .Where(p => p.CreatedAt >= new DateTimeOffset(2026, 11, 1, 0, 0, 0, TimeSpan.Zero))
            .Select(p => p.Name);
        #endregion

        return thisMonth;
    }

    private static ProfileQuery<string> Details(ProfilesClient client)
    {
        #region guide-details-plan
        var encrypted = client
            .Query()
            .Where(p => p.AccessType == AccessType.Passthrough)
            .WithDetails()
            .Where(p => p.Programs.Efs.Status == ProgramStatus.Active)
            .Select(p => p.Id);
        #endregion

        return encrypted;
    }

    private static ProfileQuery<UserProfile> ByIds(ProfilesClient client, string[] ids)
    {
        #region guide-ids-plan
        var these = client.Query().Where(p => ids.Contains(p.Id));
        #endregion

        return these;
    }
}
