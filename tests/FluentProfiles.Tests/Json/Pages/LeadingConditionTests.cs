namespace FluentProfiles.Tests.Json.Pages;

/// <summary>Profiles that fail the leading conditions are read into one object over and over: nothing of one may show in
/// another.</summary>
public sealed class LeadingConditionTests
{
    [Fact]
    public async Task PartsGivenAway_StayAsTheyWere()
    {
        await using var service = await TestService.StartAsync(400);

        var maps = await service
            .Query()
            .WithPageSize(20)
            .Where(p => p.Metadata["plan"] == "pro")
            .Select(p => new
            {
                p.Id,
                p.Metadata,
                p.ExternalUserDetails,
            })
            .ToListAsync();

        Assert.NotEmpty(maps);
        Assert.All(maps, given => Assert.Equal("pro", given.Metadata["plan"]));
        Assert.Equal(
            maps.Select(given => Source(given.Id).ExternalUserDetails.ReferenceId),
            maps.Select(given => given.ExternalUserDetails.ReferenceId)
        );
    }

    [Fact]
    public async Task PartsOfAProjection_StayAsTheyWere()
    {
        await using var service = await TestService.StartAsync(250);

        var details = await service.Query().WithPageSize(20).Select(p => p.ExternalUserDetails).ToListAsync();

        Assert.Equal(
            TestProfiles.Listed(250).Select(profile => profile.ExternalUserDetails.ReferenceId),
            details.Select(part => part.ReferenceId)
        );
    }

    [Fact]
    public async Task SelectorThatReadsLater_SeesItsOwnProfile()
    {
        await using var service = await TestService.StartAsync(120);

        var later = await service.Query().Select(p => (Func<string?>)(() => p.Name)).ToListAsync();

        Assert.Equal(TestProfiles.Listed(120).Select(profile => profile.Name), later.Select(read => read()));
    }

    [Fact]
    public async Task FieldThatOneProfileHas_IsNotTheNextOnes()
    {
        await using var service = await TestService.StartAsync([
            new()
            {
                Id = "uprof_1",
                Name = "A",
                CreatedAt = TestProfiles.Start.AddMinutes(2),
            },
            new() { Id = "uprof_2", CreatedAt = TestProfiles.Start.AddMinutes(1) },
        ]);
        service.Emulator.AnswerWith(
            """
            {"data":[{"id":"uprof_1","name":"A","metadata":{"plan":"pro"},"external_user_details":{"country":"DE"}},
            {"id":"uprof_2"},{"id":"uprof_3","metadata":null,"external_user_details":null},
            {"id":"uprof_4","metadata":{},"external_user_details":{}}]}
            """
        );

        var found = await service
            .Query()
            .Where(p => p.Name == "A" || p.Metadata["plan"] == "pro" || p.ExternalUserDetails.Country == "DE")
            .Select(p => p.Id)
            .ToListAsync();

        Assert.Equal(["uprof_1"], found);
    }

    [Fact]
    public async Task PagesOfWhichMostPass_AreReadAtOneGoWithTheSameResult()
    {
        await using var service = await TestService.StartAsync(500);

        var ids = await service
            .Query()
            .WithPageSize(20)
            .Where(p => p.CreatedAt != TestProfiles.Start || p.Name == null)
            .Skip(30)
            .Select(p => new { p.Id, p.Metadata })
            .ToListAsync();

        Assert.Equal(TestProfiles.Newest(500, 500).Skip(30), ids.Select(given => given.Id));
        Assert.All(ids, given => Assert.Equal(Source(given.Id).Metadata["plan"], given.Metadata["plan"]));
    }

    [Fact]
    public async Task BrokenFieldOfAProfileThatPasses_IsAProtocolErrorAndNothingOfThePageIsGiven()
    {
        await using var service = await TestService.StartAsync(0);
        service.Emulator.AnswerWith(
            """{"data":[{"id":"uprof_1","name":"A"},{"id":"uprof_2","name":"A","metadata":7}]}"""
        );
        List<string> given = [];

        await Assert.ThrowsAsync<ProfilesProtocolException>(async () =>
        {
            await foreach (var profile in service.Query().Where(p => p.Name == "A"))
                given.Add(profile.Id);
        });

        Assert.Empty(given);
    }

    private static UserProfile Source(string id) => TestProfiles.One(int.Parse(id[6..]));
}
