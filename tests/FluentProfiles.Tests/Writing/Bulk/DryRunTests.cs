namespace FluentProfiles.Tests.Writing.Bulk;

public sealed class DryRunTests
{
    [Fact]
    public async Task Update_WritesNothingAndForetellsTheRun()
    {
        await using var service = await TestService.StartAsync(230);
        static void Setters(ProfileSetters c) =>
            c.SetName(p => p.Name == null ? "nobody" : p.Name).SetMetadata("plan", "pro").RemoveMetadata("old");

        var preview = await service.Query().PreviewUpdateAsync(Setters, sampleSize: 2);

        Assert.Empty(service.Writes());
        Assert.Equal(3, service.Reads().Count());
        Assert.True(preview.NeedsAllowAll);
        Assert.Equal(["id", "metadata", "name"], preview.Plan.Fields.Order());
        Assert.Equal(
            """
            found 230: 169 to write, 61 unchanged, 0 failing; needs AllowAll
              uprof_000229: Metadata["plan"] "free" → "pro"
              uprof_000228: Metadata["plan"] nothing → "pro"
            """.ReplaceLineEndings(),
            preview.ToString()
        );
        var report = await service.Query().ExecuteUpdateAsync(Setters, new() { AllowAll = true });
        Assert.Equal(
            (preview.Found, preview.ToWrite, preview.Unchanged, 0L),
            (report.Found, report.Written, report.Unchanged, report.Failed)
        );
    }

    [Fact]
    public async Task Update_ShowsBeforeAndAfter()
    {
        await using var service = await TestService.StartAsync(2);

        var preview = await service
            .Query()
            .Where(p => p.Id == "uprof_000001")
            .PreviewUpdateAsync(c => c.ClearName().RemoveMetadata("plan").SetMetadata("tier", "gold"));

        Assert.False(preview.NeedsAllowAll);
        var profile = Assert.Single(preview.Sample);
        Assert.Equal(
            [
                new("Name", "B0001", null),
                new("Metadata[\"plan\"]", "free", null),
                new("Metadata[\"tier\"]", null, "gold"),
            ],
            profile.Changes
        );
    }

    [Fact]
    public async Task Update_NamesWhatWouldFail()
    {
        await using var service = await TestService.StartAsync(5);

        var preview = await service
            .Query()
            .Take(5)
            .PreviewUpdateAsync(c => c.SetName(p => p.Name == null ? new string('x', 256) : "x"));

        Assert.Equal(TestProfiles.IdOf(0), Assert.Single(preview.Failures).Id);
        Assert.Equal((5, 4, 0), (preview.Found, preview.ToWrite, preview.Unchanged));
    }

    [Theory]
    [InlineData(null, "ExternalUserDetails.ReferenceId \"user-1\" → nothing")]
    [InlineData("user-profiles-2026-03-24", "ExternalId \"x-1\" → nothing")]
    public async Task Delete_WritesNothingAndShowsWhoWouldGo(string? beta, string reference)
    {
        await using var service = await TestService.StartAsync([
            new()
            {
                Id = "uprof_1",
                Name = "Ada",
                ExternalId = "x-1",
                ExternalUserDetails = new() { ReferenceId = "user-1" },
            },
        ]);
        var query = service.Query().Take(10);

        var preview = await (beta is null ? query : query.WithBeta(beta)).PreviewDeleteAsync();

        Assert.Equal($"uprof_1: Name \"Ada\" → nothing, {reference}", Assert.Single(preview.Sample).ToString());
        Assert.Equal((1, 1, 0), (preview.Found, preview.ToWrite, preview.Unchanged));
        Assert.Empty(service.Writes());
        Assert.Single(service.Emulator.Profiles);
    }

    [Fact]
    public async Task Cancellation_Cancels()
    {
        await using var service = await TestService.StartAsync(5);

        await Assert.ThrowsAnyAsync<OperationCanceledException>(() =>
            service.Query().PreviewDeleteAsync(cancellationToken: new(canceled: true))
        );
        Assert.Empty(service.Requests);
    }
}
