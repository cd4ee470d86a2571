using FluentProfiles.Emulator;

namespace FluentProfiles.Tests.Writing.Bulk;

public sealed class BulkFailureTests
{
    private static readonly BulkWriteOptions All = new() { AllowAll = true };

    [Fact]
    public async Task RefusedWrites_AreNamedAndTheOthersDone()
    {
        await using var service = await TestService.StartAsync(20);
        service.Emulator.Intercept = request =>
            request.Method == "POST" && request.PathAndQuery.EndsWith('7')
                ? EmulatorResponse.Error(400, "invalid_request_error", "not this one")
                : null;

        var report = await service.Query().ExecuteUpdateAsync(c => c.SetName("x"), All);

        Assert.Equal((20, 18, 0, 2, 0), report.Counts());
        Assert.Equal(TestProfiles.Ids([7, 17]), report.Failures.Select(failure => failure.Id).Order());
        Assert.All(report.Failures, failure => Assert.IsType<ProfilesInvalidRequestException>(failure.Error));
    }

    [Fact]
    public async Task ProfileDeletedMeanwhile_Fails()
    {
        await using var service = await TestService.StartAsync(3);
        service.Emulator.Intercept = request =>
        {
            if (request.Method == "POST")
                service.Emulator.Remove(TestProfiles.IdOf(1));
            return null;
        };

        var report = await service
            .Query()
            .ExecuteUpdateAsync(c => c.SetName("x"), new() { AllowAll = true, Concurrency = 1 });

        Assert.Equal((3, 2, 0, 1, 0), report.Counts());
        Assert.IsType<ProfilesNotFoundException>(Assert.Single(report.Failures).Error);
    }

    [Fact]
    public async Task ValuesBeyondLimits_FailTheirProfileBeforeItIsSent()
    {
        await using var service = await TestService.StartAsync(10);

        var report = await service
            .Query()
            .ExecuteUpdateAsync(
                c =>
                    c.SetName(p => p.Id == "uprof_000003" ? new string('x', 256) : "x")
                        .Set(p => p.ExternalUserDetails.Country, p => p.Id == "uprof_000005" ? "fr" : "FR"),
                All
            );

        Assert.Equal((10, 8, 0, 2, 0), report.Counts());
        Assert.Equal(
            [
                ("uprof_000003", "Name has 256 characters, and 0 to 255 are allowed."),
                (
                    "uprof_000005",
                    "ExternalUserDetails.Country must be two capital letters, an ISO 3166-1 code such as DE."
                ),
            ],
            report.Failures.Select(failure => (failure.Id, failure.Error.Message)).Order()
        );
        Assert.DoesNotContain("uprof_000003", service.WrittenIds());
    }

    [Fact]
    public async Task TooManyPairsInTheEnd_FailTheirProfile()
    {
        var full = new ProfileMap<string>(Enumerable.Range(0, 16).Select(i => KeyValuePair.Create($"k{i}", "v")));
        await using var service = await TestService.StartAsync([
            new() { Id = "uprof_full", Metadata = full },
            new() { Id = "uprof_room" },
        ]);

        var added = await service.Query().ExecuteUpdateAsync(c => c.SetMetadata("k16", "v"), All);
        var swapped = await service
            .Query()
            .ExecuteUpdateAsync(c => c.SetMetadata("k17", "v").RemoveMetadata("k3"), All);

        Assert.Equal((2, 1, 0, 1, 0), added.Counts());
        Assert.Equal(
            ("uprof_full", "Metadata has 17 pairs, and at most 16 are allowed."),
            (added.Failures[0].Id, added.Failures[0].Error.Message)
        );
        Assert.Equal((2, 2, 0, 0, 0), swapped.Counts());
    }

    [Fact]
    public async Task SetterThatThrows_FailsItsProfile()
    {
        await using var service = await TestService.StartAsync(4);

        var report = await service
            .Query()
            .ExecuteUpdateAsync(c => c.SetMetadata("initials", p => Initials(p.Name!)), All);

        Assert.Equal((4, 3, 0, 1, 0), report.Counts());
        Assert.Equal(TestProfiles.IdOf(0), report.Failures[0].Id);
        Assert.IsType<FormatException>(report.Failures[0].Error);
    }

    [Fact]
    public async Task StopOnError_EndsTheRunAndSaysWhatWasDone()
    {
        await using var service = await TestService.StartAsync(300);
        service.Emulator.Intercept = request =>
            request.PathAndQuery.EndsWith("0250", StringComparison.Ordinal)
                ? EmulatorResponse.Error(400, "invalid_request_error", "not this one")
                : null;

        var failure = await Assert.ThrowsAsync<ProfilesBulkWriteException>(() =>
            service
                .Query()
                .ExecuteUpdateAsync(
                    c => c.SetName("x"),
                    new()
                    {
                        AllowAll = true,
                        StopOnError = true,
                        Concurrency = 1,
                    }
                )
        );

        Assert.IsType<ProfilesInvalidRequestException>(failure.InnerException);
        Assert.Equal((50, 49, 0, 1, 0), failure.Report.Counts());
        Assert.Equal(50, service.Writes().Count);
        Assert.NotNull(failure.RequestId);
    }

    [Theory]
    [InlineData(401, typeof(ProfilesAuthenticationException))]
    [InlineData(402, typeof(ProfilesBillingException))]
    [InlineData(403, typeof(ProfilesPermissionException))]
    public async Task RefusalThatConcernsAll_EndsTheRun(int status, Type type)
    {
        await using var service = await TestService.StartAsync(300);
        service.Emulator.Intercept = request =>
            request.Method == "POST" ? EmulatorResponse.Error(status, "some_error", "no") : null;

        var failure = await Assert.ThrowsAsync<ProfilesBulkWriteException>(() =>
            service.Query().ExecuteUpdateAsync(c => c.SetName("x"), new() { AllowAll = true, Concurrency = 1 })
        );

        Assert.IsType(type, failure.InnerException);
        Assert.Single(service.Writes());
        Assert.Equal((1, 0, 0, 1, 0), failure.Report.Counts());
    }

    [Fact]
    public async Task ReadingThatFails_EndsTheRunAndSaysWhatWasDone()
    {
        await using var service = await TestService.StartAsync(250);
        service.Emulator.Intercept = request =>
            request.PathAndQuery.Contains("page=") ? EmulatorResponse.Error(403, "permission_error", "no") : null;

        var failure = await Assert.ThrowsAsync<ProfilesBulkWriteException>(() =>
            service.Query().ExecuteUpdateAsync(c => c.SetName("x"), All)
        );

        Assert.IsType<ProfilesPermissionException>(failure.InnerException);
        Assert.Equal((100, 100, 0, 0, 0), failure.Report.Counts());
    }

    [Fact]
    public async Task Budget_NamesReadingAlone()
    {
        await using var service = await TestService.StartAsync(250);

        var failure = await Assert.ThrowsAsync<ProfilesBulkWriteException>(() =>
            service.Query().WithMaxRequests(2).ExecuteUpdateAsync(c => c.SetName("x"), All)
        );

        Assert.IsType<ProfilesBudgetException>(failure.InnerException);
        Assert.Equal((200, 200, 0, 0, 0), failure.Report.Counts());
    }

    private static string Initials(string? name) => name?[..1] ?? throw new FormatException("no name");
}
