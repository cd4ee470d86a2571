namespace FluentProfiles.Tests.Sources;

/// <summary>Pages of a source that keeps each profile as JSON are examined by the same steps as those of the service.</summary>
public sealed class RawPageTests
{
    private static readonly UserProfile[] Profiles =
    [
        .. TestProfiles.Many(5).Select((profile, i) => profile with { Name = i == 3 ? "Ada" : null }),
    ];

    [Fact]
    public async Task JsonOfEachProfile_GivesWhatObjectsGive()
    {
        using CapableSource objects = new(Profiles);
        using CapableSource json = new(Profiles) { ServesJson = true, LargestPage = 2 };

        var expected = await objects
            .Query()
            .Select(p => new
            {
                p.Id,
                p.Name,
                p.CreatedAt,
            })
            .ToListAsync();

        Assert.Equal(
            expected,
            await json.Query()
                .Select(p => new
                {
                    p.Id,
                    p.Name,
                    p.CreatedAt,
                })
                .ToListAsync()
        );
        Assert.Equal(Profiles.Length, await json.Query().WhereOnClient(p => p.Metadata.Count >= 0).CountAsync());
        Assert.Equal(json.Requests.Count, json.Released);
    }

    [Fact]
    public async Task ProfileThatFailsTheLeadingCondition_IsNeverRead()
    {
        using CapableSource source = new(Profiles) { ServesJson = true };
        source.JsonById[Profiles[0].Id] =
            """{"id":"uprof_0","name":"x","created_at":"2026-01-01T00:00:00Z","metadata":7}""";

        var found = await source.Query().Where(p => p.Name!.Length == 3).ToListAsync();

        Assert.Equal([Profiles[3].Id], found.Select(p => p.Id));
        Assert.Equal(Profiles[3].CreatedAt, found[0].CreatedAt);
        Assert.Equal(1, source.Released);
    }

    [Fact]
    public async Task ProfileThatPassesAndIsNoProfile_IsAnErrorThatNamesTheSource()
    {
        using CapableSource source = new(Profiles) { ServesJson = true };
        source.JsonById[Profiles[0].Id] =
            """{"id":"uprof_0","name":"Eve","created_at":"2026-01-01T00:00:00Z","metadata":7}""";

        var error = await Assert.ThrowsAsync<ProfilesProtocolException>(async () =>
            await source.Query().Where(p => p.Name!.Length == 3).ToListAsync()
        );

        Assert.StartsWith("A profile of the test's source is not the expected JSON: ", error.Message);
        Assert.Equal(1, source.Released);
    }

    [Fact]
    public async Task Fields_AreThoseThatTheRunReads()
    {
        using CapableSource source = new(Profiles) { ServesJson = true };

        await source.Query().Where(p => p.Name!.Length > 0).Select(p => p.Id).ToListAsync();
        await source.Query().FirstAsync();

        Assert.Equal(
            ["id name", "all"],
            source.Requests.Select(request =>
                request.Fields == FluentProfiles.Model.Schema.FieldMask.All
                    ? "all"
                    : string.Join(' ', FluentProfiles.Model.Schema.FieldNames.Of(request.Fields))
            )
        );
    }
}
