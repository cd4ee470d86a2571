using FluentProfiles.Emulator;

namespace FluentProfiles.Tests.Writing.Bulk;

public sealed class ExecuteDeleteTests
{
    /// <summary>Deleting shifts what is left of the listing while it is read.</summary>
    [Theory]
    [InlineData(10, 1, false)]
    [InlineData(10, 8, false)]
    [InlineData(100, 8, false)]
    [InlineData(10, 8, true)]
    public async Task DeletingWhilePaging_LosesNone(int pageSize, int concurrency, bool byName)
    {
        await using var service = await TestService.StartAsync(430);
        var query = service.Query().Where(p => p.Metadata["plan"] != "pro").WithPageSize(pageSize);
        var kept = TestProfiles.IdsWhere(430, p => p.Metadata["plan"] == "pro");

        var report = await (byName ? query.OrderBy(p => p.Name) : query).ExecuteDeleteAsync(
            new() { Concurrency = concurrency }
        );

        Assert.Equal((430 - kept.Length, 430 - kept.Length, 0, 0, 0), report.Counts());
        Assert.Equal(kept, service.Emulator.Profiles.Select(profile => profile.Id));
        Assert.Equal(430 - kept.Length, service.Writes().Count);
    }

    [Fact]
    public async Task OnlyTheIdAndWhatConditionsNeed_IsRead()
    {
        await using var service = await TestService.StartAsync(3);
        QueryProgress? last = null;

        await service
            .Query()
            .Where(p => p.Name != null)
            .WithProgress(new Last(progress => last = progress))
            .ExecuteDeleteAsync();

        Assert.Equal(["id", "name"], last!.Plan!.Fields);
    }

    [Fact]
    public async Task ProfilesGoneMeanwhile_AreUnchanged()
    {
        await using var service = await TestService.StartAsync(5);
        service.Emulator.Intercept = request =>
        {
            if (request.Method == "DELETE")
                service.Emulator.Remove(TestProfiles.IdOf(2));
            return null;
        };

        var report = await service.Query().Take(5).ExecuteDeleteAsync(new() { Concurrency = 1 });

        Assert.Equal((5, 4, 1, 0, 0), report.Counts());
        Assert.Empty(service.Emulator.Profiles);
    }

    [Fact]
    public async Task NotFoundOfSomethingInBetween_Fails()
    {
        await using var service = await TestService.StartAsync(3);
        service.Emulator.Intercept = request =>
            request.Method == "DELETE" ? EmulatorResponse.Text(404, "<html>no such page</html>") : null;

        var report = await service.Query().Take(3).ExecuteDeleteAsync();

        Assert.Equal((3, 0, 0, 3, 0), report.Counts());
    }

    [Fact]
    public async Task ProfilesCreatedMeanwhile_Stay()
    {
        await using var service = await TestService.StartAsync(120);
        service.Emulator.Intercept = request =>
        {
            if (request.Method == "DELETE" && request.PathAndQuery.EndsWith('5'))
                service.Emulator.Add(new() { CreatedAt = TestProfiles.Start.AddDays(9) });
            return null;
        };

        var report = await service.Query().ExecuteDeleteAsync(new() { AllowAll = true });

        Assert.Equal((120, 120, 0, 0, 0), report.Counts());
        Assert.Equal(12, service.Emulator.Profiles.Count);
    }

    private sealed class Last(Action<QueryProgress> hear) : IProgress<QueryProgress>
    {
        public void Report(QueryProgress value) => hear(value);
    }
}
