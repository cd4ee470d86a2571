using FluentProfiles.Emulator;
using FluentProfiles.Tests.Writing.Bulk;

namespace FluentProfiles.Tests.Writing.Sync.Applying;

public sealed class ApplyPlanTests
{
    [Fact]
    public async Task Sync_ReadsEachProfileAgainAndWritesWhatDiffers()
    {
        await using var service = await StartAsync();

        var report = await service.SyncAsync([Customer.One(0), Customer.One(1), Customer.One(3)]);

        Assert.Equal((1, 1, 1, 0, 0), report.Done());
        Assert.Equal("created 1, updated 1, deleted 1, unchanged 1, failed 0", report.ToString());
        Assert.Equal(
            [
                "GET /v1/user_profiles?limit=100",
                "GET /v1/user_profiles/uprof_000001",
                "POST /v1/user_profiles/uprof_000001",
                "GET /v1/user_profiles?limit=100",
                "POST /v1/user_profiles",
                "GET /v1/user_profiles/uprof_000002",
                "DELETE /v1/user_profiles/uprof_000002",
            ],
            service.Requests
        );
        Assert.Equal(
            [
                """{"name":"Customer 1"}""",
                """{"name":"Customer 3","metadata":{"plan":"pro","sync":"crm"},"external_user_details":{"reference_id":"c-00003"}}""",
                "",
            ],
            service.Writes().Select(write => write.Body)
        );
    }

    [Fact]
    public async Task SecondRun_WritesNothing()
    {
        await using var service = await StartAsync();
        Customer[] rows = [Customer.One(0), Customer.One(1), Customer.One(3)];
        await service.SyncAsync(rows);
        service.Emulator.ClearRequests();

        var report = await service.SyncAsync(rows);

        Assert.Equal((0, 0, 0, 0, 0), report.Done());
        Assert.Equal(3, report.Plan.Unchanged);
        Assert.Equal(["GET /v1/user_profiles?limit=100"], service.Requests);
    }

    [Theory]
    [InlineData(1, "another name")]
    [InlineData(1, "metadata")]
    [InlineData(2, "another name")]
    [InlineData(2, "unmarked")]
    public async Task ProfileChangedMeanwhile_IsSkippedAndNamed(int number, string change)
    {
        await using var service = await StartAsync();
        var plan = await service.PlanAsync([Customer.One(0), Customer.One(1)]);
        var id = TestProfiles.IdOf(number);
        await service.Client.UpdateAsync(id, ChangeNamed(change));
        service.Emulator.ClearRequests();

        var report = await plan.ApplyAsync(service.Client);

        Assert.Equal(1, report.Skipped);
        var kind = number == 1 ? SyncStepKind.Update : SyncStepKind.Delete;
        Assert.Equal([new SyncSkip(kind, $"c-{number:D5}", id, SyncSkipReason.Changed)], report.Skips);
        Assert.DoesNotContain(id, service.WrittenIds());
        Assert.Single(service.Writes());
    }

    [Fact]
    public async Task WhatTheServiceDecidesMeanwhile_IsNoChange()
    {
        await using var service = await StartAsync();
        var plan = await service.PlanAsync([Customer.One(0), Customer.One(1)]);
        service.Emulator.SetProgramStatus(TestProfiles.IdOf(1), "cyber", ProgramStatus.Active);
        service.Emulator.OpenEnforcementAction(TestProfiles.IdOf(2));

        Assert.Equal((0, 1, 1, 0, 0), (await plan.ApplyAsync(service.Client)).Done());
    }

    [Fact]
    public async Task ProfilesGoneMeanwhile_AreSkippedOrDone()
    {
        await using var service = await StartAsync();
        var plan = await service.PlanAsync([Customer.One(0), Customer.One(1)]);
        service.Emulator.Remove(TestProfiles.IdOf(1));
        service.Emulator.Remove(TestProfiles.IdOf(2));

        var report = await plan.ApplyAsync(service.Client);

        Assert.Equal((0, 0, 0, 1, 0), report.Done());
        Assert.Equal(SyncSkipReason.Gone, Assert.Single(report.Skips).Reason);
        Assert.Equal(1, report.Unchanged);
        Assert.Empty(service.Writes());
    }

    [Theory]
    [InlineData(false, 1, 0)]
    [InlineData(true, 0, 1)]
    public async Task KeyCreatedMeanwhile_IsNotCreatedAgain(bool isAsWanted, int skipped, int unchanged)
    {
        await using var service = await StartAsync();
        var plan = await service.PlanAsync([.. Customer.Many(4)]);
        Assert.Equal((1, 1, 0), plan.Steps());
        var other = Customer.Map(isAsWanted ? Customer.One(3) : Customer.One(3) with { Name = "by hand" });
        if (isAsWanted)
            other.Metadata = new() { ["plan"] = "pro", ["sync"] = "crm" };
        var existing = await service.Client.CreateAsync(other);
        service.Emulator.ClearRequests();

        var report = await plan.ApplyAsync(service.Client);

        Assert.Equal((0, 1, 0, skipped, 0), report.Done());
        Assert.Equal(unchanged, report.Unchanged);
        Assert.All(
            report.Skips,
            skip => Assert.Equal(new(SyncStepKind.Create, "c-00003", existing.Id, SyncSkipReason.Exists), skip)
        );
        Assert.DoesNotContain("POST", service.WriteLines());
    }

    [Fact]
    public async Task PlanAppliedTwice_WritesOnce()
    {
        await using var service = await StartAsync();
        var plan = await service.PlanAsync([Customer.One(0), Customer.One(1), Customer.One(3)]);
        await plan.ApplyAsync(service.Client);
        service.Emulator.ClearRequests();

        var report = await plan.ApplyAsync(service.Client);

        Assert.Equal((0, 0, 0, 0, 0), report.Done());
        Assert.Equal(3, report.Unchanged);
        Assert.Empty(service.Writes());
    }

    [Fact]
    public async Task Created_SeesTheKeyAndTheId()
    {
        await using var service = await TestService.StartAsync(0);
        Dictionary<string, string> ids = [];
        var options = SyncCalls.Owning;
        options.Created = (key, profile) =>
        {
            ids.Add(key, profile.Id);
            return default;
        };

        await service.SyncAsync(Customer.Many(5), options);

        Assert.Equal(service.Emulator.Profiles.ToDictionary(p => p.ExternalUserDetails.ReferenceId!, p => p.Id), ids);
    }

    [Fact]
    public async Task CreatedThatThrows_EndsTheRunAndNamesTheProfile()
    {
        await using var service = await TestService.StartAsync(0);
        var options = SyncCalls.Owning;
        options.Created = (key, _) => key == "c-00002" ? throw new InvalidDataException("full") : default;

        var ended = await Assert.ThrowsAsync<ProfilesSyncException>(() => service.SyncAsync(Customer.Many(5), options));

        Assert.IsType<InvalidDataException>(ended.InnerException);
        Assert.Equal((2, 1, 2), (ended.Report!.Created, ended.Report.Failed, ended.Report.Unfinished));
        Assert.Equal(
            service.Emulator.Profiles.Single(p => p.Name == "Customer 2").Id,
            Assert.Single(ended.Report.Failures).Id
        );
    }

    [Fact]
    public async Task CreatedCancelledByItsOwnTimeout_CountsAsFailedWithTheId()
    {
        await using var service = await TestService.StartAsync(0);
        var options = SyncCalls.Owning;
        options.Created = (_, _) => throw new TaskCanceledException("The database took too long.");

        var ended = await Assert.ThrowsAsync<ProfilesSyncException>(() => service.SyncAsync(Customer.Many(5), options));

        Assert.IsType<TaskCanceledException>(ended.InnerException);
        Assert.Equal((0, 1, 4), (ended.Report!.Created, ended.Report.Failed, ended.Report.Unfinished));
        Assert.Equal(service.Emulator.Profiles.Single().Id, Assert.Single(ended.Report.Failures).Id);
    }

    [Fact]
    public async Task CancellationWithinCreated_LeavesTheIdInTheReport()
    {
        await using var service = await TestService.StartAsync(0);
        using CancellationTokenSource stop = new();
        var options = SyncCalls.Owning;
        options.Created = async (key, _) =>
        {
            if (key != "c-00002")
                return;
            await stop.CancelAsync();
            await Task.Delay(Timeout.Infinite, stop.Token);
        };

        var cancelled = await Assert.ThrowsAsync<SyncCanceledException>(() =>
            service.SyncAsync(Customer.Many(5), options, stop.Token)
        );

        Assert.Equal((2, 1), (cancelled.Report.Created, cancelled.Report.Failed));
        Assert.Equal(
            service.Emulator.Profiles.Single(p => p.Name == "Customer 2").Id,
            Assert.Single(cancelled.Report.Failures).Id
        );
    }

    [Fact]
    public async Task CreatedThatThrowsAnErrorOfTheService_EndsTheRun()
    {
        await using var service = await TestService.StartAsync(0);
        var options = SyncCalls.Owning;
        options.Created = async (_, _) => await service.Client.GetAsync("uprof_none");

        var ended = await Assert.ThrowsAsync<ProfilesSyncException>(() => service.SyncAsync(Customer.Many(5), options));

        Assert.IsType<ProfilesNotFoundException>(ended.InnerException);
        Assert.Equal((1, 4), (ended.Report!.Failed, ended.Report.Unfinished));
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task FailureThatEndsTheRun_LetsNoOtherWriteBegin(bool isDelete)
    {
        await using var service = await TestService.StartAsync([
            .. Enumerable.Range(0, 4).Select(i => Customer.One(i).Profile(i, mark: "crm")),
        ]);
        var rows = Enumerable.Range(0, 4).Select(i => Customer.One(i) with { Name = "new" });
        var options = SyncCalls.Owning;
        (options.StopOnError, options.Concurrency, options.AllowEmptyRows) = (true, 4, true);
        var plan = await service.PlanAsync(isDelete ? [] : rows, options);
        var reads = 0;
        TaskCompletionSource allRead = new(TaskCreationOptions.RunContinuationsAsynchronously);
        TaskCompletionSource hasFailed = new(TaskCreationOptions.RunContinuationsAsynchronously);
        service.Emulator.Intercept = request =>
            request.Method == "GET" ? null : EmulatorResponse.Error(400, "invalid_request_error", "no");
        // All have been read before the first fails, and the others are answered after that.
        service.Emulator.BeforeResponse = (request, _) =>
        {
            if (request.Method != "GET")
                return Task.CompletedTask;
            var number = Interlocked.Increment(ref reads);
            if (number == 4)
                allRead.SetResult();
            return number == 1 ? allRead.Task : hasFailed.Task;
        };
        options.Progress = new Reports(progress =>
        {
            if (progress.Failed > 0)
                hasFailed.TrySetResult();
        });

        var ended = await Assert.ThrowsAsync<ProfilesSyncException>(() => plan.ApplyAsync(service.Client, options));

        Assert.Equal((1, 3), (ended.Report!.Failed, ended.Report.Unfinished));
        Assert.Single(service.Writes());
    }

    [Fact]
    public async Task ProfileGoneBetweenItsReadAndItsUpdate_IsSkipped()
    {
        await using var service = await StartAsync();
        service.Emulator.Intercept = request =>
        {
            if (request.Method == "POST")
                service.Emulator.Remove(TestProfiles.IdOf(1));
            return null;
        };

        var report = await service.SyncAsync([Customer.One(0), Customer.One(1), Customer.One(2)]);

        Assert.Equal((0, 0, 0, 1, 0), report.Done());
        Assert.Equal(SyncSkipReason.Gone, Assert.Single(report.Skips).Reason);
    }

    [Fact]
    public async Task KeyStoredInAnotherForm_FailsAndIsNamed()
    {
        await using var service = await TestService.StartAsync(0);
        service.Emulator.Intercept = request =>
            request.Method == "POST"
                ? EmulatorResponse.Json(
                    200,
                    """{"id":"uprof_9","type":"user_profile","external_user_details":{"reference_id":"C-00000"}}"""
                )
                : null;

        var report = await service.SyncAsync(Customer.Many(1));

        Assert.Equal((0, 0, 0, 0, 1), report.Done());
        var failure = Assert.Single(report.Failures);
        Assert.Equal(("uprof_9", "c-00000"), (failure.Id, failure.Key));
        Assert.Contains("ExternalUserDetails.ReferenceId", failure.Error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Progress_ReportsPagesAndThenWrites()
    {
        await using var service = await TestService.StartAsync(150);
        List<SyncProgress> seen = [];
        var options = SyncCalls.Owning;
        options.Progress = new Reports(seen.Add);

        await service.SyncAsync(Customer.Many(2), options);

        Assert.Equal(
            [new(100, 0, 0, 0, 0, 0), new(150, 0, 0, 0, 0, 0), new(150, 2, 1, 0, 0, 0), new(150, 2, 2, 0, 0, 0)],
            seen
        );
    }

    [Fact]
    public async Task Failures_AreNamedAndTheOthersDone()
    {
        await using var service = await StartAsync();
        service.Emulator.Intercept = request =>
            request.Method == "POST" && request.PathAndQuery.EndsWith("000001", StringComparison.Ordinal)
            || request.Body.Contains("c-00003", StringComparison.Ordinal)
                ? EmulatorResponse.Error(400, "invalid_request_error", "not this one")
                : null;

        var report = await service.SyncAsync([Customer.One(0), Customer.One(1), Customer.One(3), Customer.One(4)]);

        Assert.Equal((1, 0, 1, 0, 2), report.Done());
        Assert.Equal(
            [("c-00001", "uprof_000001", null), ("c-00003", "", "Customer 3")],
            report.Failures.Select(failure => (failure.Key, failure.Id, failure.Profile?.Name))
        );
        Assert.Equal(2, Assert.Single(report.FailureCounts).Count);
    }

    [Fact]
    public async Task RefusedKey_EndsTheWritesWithAReport()
    {
        await using var service = await StartAsync();
        var plan = await service.PlanAsync(Customer.Many(9));
        service.Emulator.Intercept = request =>
            request.Method == "POST" ? EmulatorResponse.Error(403, "permission_error", "read only") : null;

        var ended = await Assert.ThrowsAsync<ProfilesSyncException>(() =>
            plan.ApplyAsync(service.Client, new() { Concurrency = 1 })
        );

        Assert.Equal(SyncStopReason.EndedEarly, ended.Reason);
        Assert.IsType<ProfilesPermissionException>(ended.InnerException);
        Assert.Equal((0, 1, 6), (ended.Report!.Created, ended.Report.Failed, ended.Report.Unfinished));
        Assert.Contains("every further write would fail the same way", ended.Message, StringComparison.Ordinal);
        Assert.Single(service.Writes());
    }

    [Fact]
    public async Task Cancellation_EndsWithAReportAndAnotherRunDoesTheRest()
    {
        await using var service = await TestService.StartAsync(0);
        using CancellationTokenSource stop = new();
        var writes = 0;
        service.Emulator.BeforeResponse = async (request, ct) =>
        {
            // The 11th is applied, and its answer never comes.
            if (request.Method != "POST" || ++writes <= 10)
                return;
            await stop.CancelAsync();
            await Task.Delay(Timeout.Infinite, ct);
        };

        var cancelled = await Assert.ThrowsAsync<SyncCanceledException>(() =>
            service.SyncAsync(Customer.Many(30), cancellationToken: stop.Token)
        );

        Assert.Equal((10, 20), (cancelled.Report.Created, cancelled.Report.Unfinished));
        Assert.Equal(stop.Token, cancelled.CancellationToken);
        service.Emulator.BeforeResponse = null;
        Assert.Equal((19, 0, 0, 0, 0), (await service.SyncAsync(Customer.Many(30))).Done());
        Assert.Equal(30, service.Writes().Count);
    }

    [Fact]
    public async Task CancelledWhileReading_WritesNothing()
    {
        await using var service = await TestService.StartAsync(300);
        using CancellationTokenSource stop = new();
        service.Emulator.BeforeResponse = (request, _) =>
            request.PathAndQuery.Contains("page=", StringComparison.Ordinal) ? stop.CancelAsync() : Task.CompletedTask;

        await Assert.ThrowsAnyAsync<OperationCanceledException>(() =>
            service.SyncAsync(Customer.Many(30), cancellationToken: stop.Token)
        );

        Assert.Empty(service.Writes());
    }

    [Fact]
    public async Task ListingThatFails_WritesNothing()
    {
        await using var service = await TestService.StartAsync(300);
        service.Emulator.Intercept = request =>
            request.PathAndQuery.Contains("page=", StringComparison.Ordinal)
                ? EmulatorResponse.Error(500, "api_error", "down")
                : null;

        await Assert.ThrowsAsync<ProfilesApiException>(() => service.SyncAsync(Customer.Many(30)));

        Assert.Empty(service.Writes());
    }

    [Fact]
    public async Task RowsThatFail_SendNothing()
    {
        await using var service = await TestService.StartAsync(3);
        static IEnumerable<Customer> Rows()
        {
            yield return Customer.One(1);
            throw new InvalidDataException("The connection to the database is gone.");
        }

        await Assert.ThrowsAsync<InvalidDataException>(() => service.SyncAsync(Rows()));

        Assert.Empty(service.Requests);
    }

    [Fact]
    public async Task Client_WaitsForTheForeground()
    {
        await using var service = await TestService.StartAsync(0);
        var options = SyncCalls.Owning;
        options.MaxRequestsPerSecond = 1000;

        Assert.Equal((3, 0, 0, 0, 0), (await service.SyncAsync(Customer.Many(3), options)).Done());

        // The background client was disposed, and the client is not.
        Assert.Equal(3, await service.Query().CountAsync());
    }

    [Theory]
    [InlineData(7, 3)]
    [InlineData(3, 0)]
    public async Task MaxRequests_EndsTheRunBeforeItExceeds(int most, int created)
    {
        await using var service = await TestService.StartAsync(250);
        var options = SyncCalls.Owning;
        options.MaxRequests = most;

        var ended = await Assert.ThrowsAsync<ProfilesSyncException>(() =>
            service.SyncAsync(Customer.Many(30), options)
        );

        Assert.IsType<ProfilesBudgetException>(ended.InnerException);
        Assert.Contains("MaxRequests", ended.Message, StringComparison.Ordinal);
        Assert.Equal((created, 0, 30 - created), (ended.Report!.Created, ended.Report.Failed, ended.Report.Unfinished));
        Assert.Equal(most, service.Requests.Count);
        options.MaxRequests = null;
        Assert.Equal(30 - created, (await service.SyncAsync(Customer.Many(30), options)).Created);
    }

    [Fact]
    public async Task MaxRequests_EndsTheReading()
    {
        await using var service = await TestService.StartAsync(250);
        var options = SyncCalls.Owning;
        options.MaxRequests = 2;

        await Assert.ThrowsAsync<ProfilesBudgetException>(() => service.SyncAsync(Customer.Many(30), options));

        Assert.Equal(2, service.Requests.Count);
    }

    /// <summary>0 is as wanted, 1 has another name, 2 is marked.</summary>
    private static Task<TestService> StartAsync() =>
        TestService.StartAsync([
            Customer.One(0).Profile(0),
            (Customer.One(1) with { Name = "old" }).Profile(1),
            Customer.One(2).Profile(2, mark: "crm"),
        ]);

    private static ProfileChanges ChangeNamed(string change) =>
        change switch
        {
            "another name" => new() { Name = "by hand" },
            "metadata" => new() { Metadata = new() { ["note"] = "by hand" } },
            _ => new() { Metadata = new() { ["sync"] = "kept" } },
        };

    private sealed class Reports(Action<SyncProgress> add) : IProgress<SyncProgress>
    {
        public void Report(SyncProgress value) => add(value);
    }
}
