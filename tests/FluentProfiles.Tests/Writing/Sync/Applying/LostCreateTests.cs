namespace FluentProfiles.Tests.Writing.Sync.Applying;

/// <summary>Creates whose answer is lost: the connection breaks before the request is carried out, or after it.</summary>
public sealed class LostCreateTests
{
    [Fact]
    public async Task CreateThatWasDone_IsFoundAndNotSentAgain()
    {
        await using var service = await TestService.StartAsync(0);
        LoseAnswers(service, isDone: true, times: 1);

        var report = await service.SyncAsync(Customer.Many(5));

        Assert.Equal((5, 0, 0, 0, 0), report.Done());
        Assert.Equal(5, service.Emulator.Profiles.Count);
        Assert.Equal(5, service.WriteLines().Count());
        // The listing, the newest before the creates, the newest after them.
        Assert.Equal(3, service.Requests.Count - 5);
    }

    [Fact]
    public async Task CreateThatWasNotDone_IsSentOnceMore()
    {
        await using var service = await TestService.StartAsync(0);
        LoseAnswers(service, isDone: false, times: 1);

        var report = await service.SyncAsync(Customer.Many(5));

        Assert.Equal((5, 0, 0, 0, 0), report.Done());
        Assert.Equal(5, service.Emulator.Profiles.Count);
        Assert.Equal(6, service.WriteLines().Count());
        Assert.Equal(3, service.Requests.Count - 6);
    }

    [Fact]
    public async Task CreateDoneAtTheSecondLoss_IsFound()
    {
        await using var service = await TestService.StartAsync(0);
        var sent = 0;
        service.Emulator.Intercept = request =>
            IsThird(request.Method, request.Body) && ++sent == 1 ? throw new IOException("broken") : null;
        service.Emulator.BeforeResponse = (request, _) =>
            IsThird(request.Method, request.Body) ? throw new IOException("broken") : Task.CompletedTask;

        var report = await service.SyncAsync(Customer.Many(5));

        Assert.Equal((5, 0, 0, 0, 0), report.Done());
        Assert.Equal((5, 2), (service.Emulator.Profiles.Count, sent));
    }

    [Fact]
    public async Task CreateLostTwice_IsAnUnknownOutcome()
    {
        await using var service = await TestService.StartAsync(0);
        LoseAnswers(service, isDone: false, times: 2);

        var report = await service.SyncAsync(Customer.Many(5));

        Assert.Equal((4, 0, 0, 0, 1), report.Done());
        var failure = Assert.Single(report.Failures);
        Assert.IsType<ProfilesUnknownOutcomeException>(failure.Error);
        Assert.Equal(("c-00003", "Customer 3"), (failure.Key, failure.Profile!.Name));
        Assert.Equal(6, service.WriteLines().Count());
        // The next sync creates it.
        Assert.Equal((1, 0, 0, 0, 0), (await service.SyncAsync(Customer.Many(5))).Done());
        Assert.Equal(5, service.Emulator.Profiles.Count);
    }

    [Fact]
    public async Task Created_SeesALostOneThatWasFound()
    {
        await using var service = await TestService.StartAsync(0);
        LoseAnswers(service, isDone: true, times: 1);
        List<string> keys = [];
        var options = SyncCalls.Owning;
        options.Created = (key, profile) =>
        {
            Assert.Equal(key, profile.ExternalUserDetails.ReferenceId);
            keys.Add(key);
            return default;
        };

        await service.SyncAsync(Customer.Many(5), options);

        Assert.Equal(["c-00000", "c-00001", "c-00002", "c-00004", "c-00003"], keys);
    }

    [Fact]
    public async Task EveryAnswerLost_EndsTheRun()
    {
        await using var service = await TestService.StartAsync(0);
        service.Emulator.Intercept = request => request.Method == "POST" ? throw new IOException("broken") : null;

        var ended = await Assert.ThrowsAsync<ProfilesSyncException>(() => service.SyncAsync(Customer.Many(500)));

        Assert.Equal(SyncStopReason.EndedEarly, ended.Reason);
        Assert.Equal((0, 500), (ended.Report!.Created, ended.Report.Unfinished));
        Assert.Equal(100, service.WriteLines().Count());
    }

    [Fact]
    public async Task KeyCreatedByAnotherClient_IsNotCountedAsCreated()
    {
        await using var service = await TestService.StartAsync(0);
        service.Emulator.Intercept = request =>
        {
            if (!IsThird(request.Method, request.Body))
                return null;
            service.Emulator.Add((Customer.One(3) with { Name = "by hand" }).Profile(3));
            throw new IOException("broken");
        };

        var report = await service.SyncAsync(Customer.Many(5));

        Assert.Equal((4, 0, 0, 1, 0), report.Done());
        Assert.Equal(
            [new SyncSkip(SyncStepKind.Create, "c-00003", TestProfiles.IdOf(3), SyncSkipReason.Exists)],
            report.Skips
        );
    }

    [Fact]
    public async Task NewestProfileOfTheFuture_HidesNoneThatWasCreated()
    {
        await using var service = await TestService.StartAsync([
            new() { Id = TestProfiles.IdOf(9), CreatedAt = DateTimeOffset.UtcNow.AddYears(1) },
        ]);
        LoseAnswers(service, isDone: true, times: 1);

        Assert.Equal((5, 0, 0, 0, 0), (await service.SyncAsync(Customer.Many(5))).Done());

        Assert.Equal(5, service.WriteLines().Count());
    }

    private static void LoseAnswers(TestService service, bool isDone, int times)
    {
        bool IsLost(string method, string body) => IsThird(method, body) && Interlocked.Decrement(ref times) >= 0;
        if (isDone)
            service.Emulator.BeforeResponse = (request, _) =>
                IsLost(request.Method, request.Body) ? throw new IOException("broken") : Task.CompletedTask;
        else
            service.Emulator.Intercept = request =>
                IsLost(request.Method, request.Body) ? throw new IOException("broken") : null;
    }

    private static bool IsThird(string method, string body) =>
        method == "POST" && body.Contains("c-00003", StringComparison.Ordinal);
}
