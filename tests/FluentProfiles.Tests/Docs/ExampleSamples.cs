namespace FluentProfiles.Tests.Docs;

/// <summary>The examples in the XML documentation of the members that are used most.</summary>
[Collection(AloneCollection.Name)]
public sealed class ExampleSamples : IAsyncLifetime
{
    private TestService service = null!;
    private ProfilesClient client = null!;

    public async Task InitializeAsync()
    {
        service = await TestService.StartAsync(250);
        client = service.Client;
        Profiles.Use(client);
    }

    public async Task DisposeAsync()
    {
        Profiles.Use(new ProfilesClient());
        await service.DisposeAsync();
    }

    [Fact]
    public async Task QueryOfTheProcess_Runs()
    {
        #region example-profiles-query
        await foreach (var profile in Profiles.Query().Take(5))
            Console.WriteLine($"{profile.Id} {profile.Name}");
        #endregion

        Assert.Equal(["GET /v1/user_profiles?limit=5"], service.Requests);
    }

    [Fact]
    public async Task Where_ReadsTheConditionInParts()
    {
        #region example-where
        var germans = client
            .Query()
            .Where(p => p.EnforcementStatus == EnforcementStatus.Banned) // filtered by the service
            .Where(p => p.ExternalUserDetails.Country == "DE"); // read and compared here
        #endregion

        Assert.Equal(62, await germans.CountAsync());
    }

    [Fact]
    public async Task OrderBy_IsTheServices()
    {
        #region example-order-by
        var byName = client.Query().OrderBy(p => p.Name); // sorted by the service
        var lastChanged = client.Query().Take(200).OrderBy(p => p.UpdatedAt); // 200 profiles, sorted here
        #endregion

        Assert.Equal("a0002", (await byName.FirstAsync()).Name);
        Assert.Equal(200, await lastChanged.CountAsync());
    }

    [Fact]
    public async Task Take_LimitsTheRequests()
    {
        #region example-take
        var newest = await client.Query().Take(50).ToListAsync(); // one request
        #endregion

        Assert.Equal(50, newest.Count);
        Assert.Single(service.Requests);
    }

    [Fact]
    public async Task Select_LimitsTheRead()
    {
        #region example-select
        var rows = await client.Query().Take(50).Select(p => new { p.Id, p.Name }).ToListAsync();
        #endregion

        Assert.Equal(50, rows.Count);
    }

    [Fact]
    public async Task First_MayBeMissing()
    {
        #region example-first-or-default
        var newest = await client.Query().FirstOrDefaultAsync();
        Console.WriteLine(newest is null ? "There is no profile." : newest.Id);
        #endregion

        Assert.Equal(["GET /v1/user_profiles?limit=1"], service.Requests);
    }

    [Fact]
    public async Task Any_StopsAtTheFirst()
    {
        #region example-any
        var isAnyBanned = await client.Query().AnyAsync(p => p.EnforcementStatus == EnforcementStatus.Banned);
        #endregion

        Assert.True(isAnyBanned);
        Assert.Single(service.Requests);
    }

    [Fact]
    public async Task Count_ReadsEveryPage()
    {
        #region example-count
        var banned = await client.Query().CountAsync(p => p.EnforcementStatus == EnforcementStatus.Banned);
        #endregion

        Assert.Equal(62, banned);
    }

    [Fact]
    public async Task ForEach_HasWorkers()
    {
        var count = 0;

        #region example-for-each
        await client
            .Query()
            .Where(p => p.EnforcementStatus == EnforcementStatus.Banned)
            .ForEachAsync((profile, cancellationToken) => NotifyAsync(profile.Id, cancellationToken), workers: 4);
        #endregion

        Assert.Equal(62, count);

        ValueTask NotifyAsync(string id, CancellationToken cancellationToken)
        {
            Interlocked.Increment(ref count);
            return default;
        }
    }

    [Fact]
    public async Task Pages_FollowTheToken()
    {
        string? token = null;

        #region example-to-page
        var page = await client.Query().OrderBy(p => p.Name).ToPageAsync(20, token);
        token = page.ResumeToken; // null after the last page
        #endregion

        Assert.Equal(20, page.Items.Count);
        Assert.NotNull(token);
    }

    [Fact]
    public async Task Run_GoesOnAfterAFailure()
    {
        service.Emulator.FailFirst(1, Emulator.EmulatorResponse.Error(529, "overloaded_error", "Overloaded"));
        List<UserProfile> imported = [];
        var query = client.Query();

        #region example-resume
        string? token = null;
        do
        {
            try
            {
                await foreach (var profile in query.ResumeFrom(token))
                    imported.Add(profile);
                token = null;
            }
            catch (ProfilesOverloadedException failure)
            {
                token = failure.ResumeToken;
            }
        } while (token is not null);
        #endregion

        Assert.Equal(TestProfiles.Newest(250, 250), imported.Select(p => p.Id));
    }

    [Fact]
    public async Task Beta_DecidesTheShape()
    {
        #region example-with-beta
        var old = await client
            .Query()
            .WithBeta(AnthropicBeta.UserProfiles2026_08_18)
            .Select(p => new { p.Id, p.ExternalId })
            .FirstAsync();
        #endregion

        Assert.Equal(TestProfiles.IdOf(249), old.Id);
        Assert.Equal("user-profiles-2026-08-18", service.Emulator.Requests[0].Headers["anthropic-beta"]);
    }

    [Fact]
    public async Task Budget_GivesShortPages()
    {
        #region example-with-max-requests
        var page = await client.Query().Where(p => p.Metadata["plan"] == "team").WithMaxRequests(2).ToPageAsync(20); // perhaps fewer than 20, with a token that continues
        #endregion

        Assert.Empty(page.Items);
        Assert.Equal(2, service.Requests.Count);
        Assert.NotNull(page.ResumeToken);
    }

    [Fact]
    public async Task Calls_WriteOneProfile()
    {
        #region example-create
        var created = await client.CreateAsync(
            new()
            {
                Name = "Acme",
                Metadata = new() { ["plan"] = "pro" },
                ExternalUserDetails = new() { ReferenceId = "customer-17" },
            }
        );
        Console.WriteLine(created.Id); // keep it: the service can't look up a reference
        #endregion

        var id = created.Id;

        #region example-update
        await client.UpdateAsync(
            id,
            new()
            {
                Metadata = new() { ["plan"] = "team", ["trial"] = Change.Clear },
            }
        );
        #endregion

        #region example-get
        try
        {
            var profile = await client.GetAsync(id);
            Console.WriteLine(profile.EnforcementStatus.Effective);
        }
        catch (ProfilesNotFoundException)
        {
            Console.WriteLine("There is no such profile.");
        }
        #endregion

        Assert.Equal("team", (await client.GetAsync(id)).Metadata["plan"]);

        #region example-delete
        await client.DeleteAsync(id);
        #endregion

        await Assert.ThrowsAsync<ProfilesNotFoundException>(() => client.GetAsync(id));
    }
}
