using System.Net;
using FluentProfiles.Emulator;
using FluentProfiles.Telemetry;
using FluentProfiles.Writing.Bulk.Writes;

namespace FluentProfiles.Tests.Writing.Bulk.Writes;

public sealed class FailureLimitTests
{
    [Fact]
    public async Task Failures_AreTheFirstThousandAndAllAreCounted()
    {
        await using var service = await TestService.StartAsync(3000);
        service.Emulator.Intercept = request =>
            request.Method != "POST" ? null
            : request.PathAndQuery[^1] is '1' or '2' ? EmulatorResponse.Error(400, "invalid_request_error", "no")
            : request.PathAndQuery[^1] is '3' ? EmulatorResponse.Error(409, "conflict_error", "no")
            : null;

        var report = await service
            .Query()
            .ExecuteUpdateAsync(
                c => c.SetName(p => p.Id.EndsWith("5") ? new string('x', 300) : "x"),
                new() { AllowAll = true }
            );

        Assert.Equal((3000, 1800, 0, 1200, 0), report.Counts());
        Assert.Equal(1000, report.Failures.Count);
        Assert.Equal(
            [
                new(typeof(ProfilesInvalidRequestException), HttpStatusCode.BadRequest, 600),
                new(typeof(ProfilesApiException), HttpStatusCode.Conflict, 300),
                new(typeof(ArgumentException), null, 300),
            ],
            report.FailureCounts.OrderByDescending(kind => kind.Count).ThenByDescending(kind => kind.StatusCode)
        );
    }

    [Theory]
    [InlineData(1)]
    [InlineData(3)]
    [InlineData(25)]
    public async Task MaxFailures_EndsTheRunWithThatMany(int most)
    {
        await using var service = await TestService.StartAsync(250);
        FailEachSecondWrite(service);

        var failure = await FailAsync(service, maxFailures: most, concurrency: 1);

        Assert.Equal(most, failure.Report.Failed);
        Assert.Equal(0, failure.Report.Unfinished);
        Assert.Contains($"MaxFailures is {most}", failure.Message, StringComparison.Ordinal);
        Assert.IsType<ProfilesInvalidRequestException>(failure.InnerException);
    }

    [Fact]
    public async Task MaxFailures_LetsWritesUnderWayEnd()
    {
        await using var service = await TestService.StartAsync(250);
        FailEachSecondWrite(service);

        var failure = await FailAsync(service, maxFailures: 5, concurrency: 8);

        Assert.InRange(failure.Report.Failed, 5, 5 + 8);
        Assert.Equal(0, failure.Report.Unfinished);
    }

    [Fact]
    public async Task FewerThanMaxFailures_EndNothing()
    {
        await using var service = await TestService.StartAsync(50);
        FailEachSecondWrite(service);

        var report = await service
            .Query()
            .ExecuteUpdateAsync(c => c.SetName("x"), new() { AllowAll = true, MaxFailures = 26 });

        Assert.Equal((50, 25, 0, 25, 0), report.Counts());
    }

    [Theory]
    [InlineData(0)]
    [InlineData(-1)]
    public void MaxFailuresBelowOne_Throws(int most) =>
        Assert.Throws<ArgumentOutOfRangeException>(
            nameof(BulkWriteOptions.MaxFailures),
            () => new BulkWriteOptions { MaxFailures = most }
        );

    [Fact]
    public async Task NearlyAllThatFail_EndTheRun()
    {
        await using var service = await TestService.StartAsync(300);
        service.Emulator.Intercept = Refusing(number => number % 60 != 0);

        var failure = await Assert.ThrowsAsync<ProfilesBulkWriteException>(() =>
            service.Query().ExecuteDeleteAsync(new() { AllowAll = true, Concurrency = 1 })
        );

        Assert.Equal((100, 1, 0, 99, 0), failure.Report.Counts());
        Assert.Contains("99 of the first 100 writes failed", failure.Message, StringComparison.Ordinal);
    }

    [Theory]
    // Ten in a hundred succeed.
    [InlineData(10, true)]
    [InlineData(50, false)]
    public async Task FewThatSucceed_EndNothing(int eachThatSucceeds, bool stops)
    {
        await using var service = await TestService.StartAsync(300);
        service.Emulator.Intercept = Refusing(number => number % eachThatSucceeds != 0);

        var report = await service
            .Query()
            .ExecuteDeleteAsync(
                new()
                {
                    AllowAll = true,
                    Concurrency = 1,
                    StopWhenNearlyAllFail = stops,
                }
            );

        Assert.Equal(300, report.Found);
        Assert.Equal(300 / eachThatSucceeds, report.Written);
    }

    [Fact]
    public async Task FewerThanAHundredThatAllFail_AreAllTried()
    {
        await using var service = await TestService.StartAsync(99);
        service.Emulator.Intercept = Refusing(_ => true);

        var report = await service.Query().ExecuteDeleteAsync(new() { AllowAll = true });

        Assert.Equal((99, 0, 0, 99, 0), report.Counts());
    }

    [Theory]
    [InlineData(false, 1)]
    [InlineData(false, 8)]
    [InlineData(true, 1)]
    public async Task ResumeToken_GoesOnWithWhatWasNotFound(bool deletes, int concurrency)
    {
        await using var service = await TestService.StartAsync(350);
        service.Emulator.Intercept = Refusing(number => number is 120 or 121);
        BulkWriteOptions options = new()
        {
            AllowAll = true,
            MaxFailures = 2,
            Concurrency = concurrency,
        };
        Task<BulkWriteReport> WriteAsync(ProfileQuery<UserProfile> query) =>
            deletes ? query.ExecuteDeleteAsync(options) : query.ExecuteUpdateAsync(c => c.SetName("x"), options);

        var failure = await Assert.ThrowsAsync<ProfilesBulkWriteException>(() => WriteAsync(service.Query()));
        service.Emulator.Intercept = null;
        service.Emulator.ClearRequests();
        var rest = await WriteAsync(service.Query().ResumeFrom(failure.ResumeToken));

        // Writes of other writers that were under way when the run ended may have arrived.
        var left = 350 - failure.Report.Written;
        Assert.InRange(rest.Written, left - (concurrency - 1), left);
        // Two hundred were done with before the page in which the run ended; with several writers it may have found all.
        Assert.InRange(service.Reads().Count(), 1, concurrency == 1 ? 2 : 4);
        Assert.All(service.Emulator.Profiles, profile => Assert.Equal("x", profile.Name));
        Assert.Equal(deletes ? 0 : 350, service.Emulator.Profiles.Count);
    }

    [Fact]
    public async Task ReadToItsEndBeforeTheFirstWrite_HasNoToken()
    {
        await using var service = await TestService.StartAsync(250);
        FailEachSecondWrite(service);

        var failure = await Assert.ThrowsAsync<ProfilesBulkWriteException>(() =>
            service
                .Query()
                .OrderBy(p => p.Name)
                .ExecuteUpdateAsync(c => c.SetName("x"), new() { AllowAll = true, MaxFailures = 2 })
        );

        Assert.Null(failure.ResumeToken);
    }

    [Fact]
    public async Task HundredThousandFailures_KeepAThousandExceptions()
    {
        var tally = new BulkTally(null, Watchers.None);
        var kept = Enumerable.Range(0, 100_000).Select(number => Fail(tally, number)).ToList();
        await Task.Yield();
        GC.Collect();

        Assert.InRange(kept.Count(failure => failure.IsAlive), 1000, 1100);
        Assert.Equal(100_000, tally.ToReport().Failed);
        GC.KeepAlive(tally);
    }

    private static Task<ProfilesBulkWriteException> FailAsync(TestService service, int maxFailures, int concurrency) =>
        Assert.ThrowsAsync<ProfilesBulkWriteException>(() =>
            service
                .Query()
                .ExecuteUpdateAsync(
                    c => c.SetName("x"),
                    new()
                    {
                        AllowAll = true,
                        MaxFailures = maxFailures,
                        Concurrency = concurrency,
                    }
                )
        );

    private static WeakReference Fail(BulkTally tally, int number)
    {
        var error = new InvalidOperationException();
        tally.Note(WriteResult.Failed(new($"uprof_{number}", error)));
        return new(error);
    }

    private static void FailEachSecondWrite(TestService service) =>
        service.Emulator.Intercept = Refusing(number => number % 2 == 0);

    private static Func<EmulatorRequest, EmulatorResponse?> Refusing(Func<int, bool> isRefused) =>
        request =>
            request.Method != "GET"
            && isRefused(int.Parse(request.PathAndQuery[^6..], System.Globalization.CultureInfo.InvariantCulture))
                ? EmulatorResponse.Error(400, "invalid_request_error", "no")
                : null;
}
