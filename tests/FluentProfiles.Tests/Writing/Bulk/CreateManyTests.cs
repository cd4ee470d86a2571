using FluentProfiles.Emulator;

namespace FluentProfiles.Tests.Writing.Bulk;

public sealed class CreateManyTests
{
    private static readonly BulkWriteOptions One = new() { Concurrency = 1 };

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task Sequence_IsCreatedOnceEach(bool isAsync)
    {
        await using var service = await TestService.StartAsync(0);
        var named = Named(30);

        var report = isAsync
            ? await service.Client.CreateManyAsync(named.ToAsyncEnumerable())
            : await service.Client.CreateManyAsync(named);

        Assert.Equal((30, 30, 0, 0, 0), report.Counts());
        Assert.Equal(Enumerable.Range(0, 30).Select(i => $"n{i:00}"), Names(service).Order(StringComparer.Ordinal));
        Assert.Equal(Enumerable.Repeat("POST /v1/user_profiles", 30), service.Requests);
    }

    [Fact]
    public async Task EmptySequence_SendsNothing()
    {
        await using var service = await TestService.StartAsync(0);

        Assert.Equal((0, 0, 0, 0, 0), (await service.Client.CreateManyAsync([])).Counts());
        Assert.Empty(service.Requests);
    }

    [Fact]
    public async Task InvalidProfiles_FailBeforeTheyAreSentAndAreNamed()
    {
        await using var service = await TestService.StartAsync(0);
        NewProfile tooLong = new() { Name = new string('x', 256) };
        NewProfile?[] profiles = [new() { Name = "a" }, tooLong, null, new() { Name = "b" }];

        var report = await service.Client.CreateManyAsync(profiles!, One);

        Assert.Equal((4, 2, 0, 2, 0), report.Counts());
        Assert.Equal([tooLong, null], report.Failures.Select(failure => failure.Profile));
        Assert.All(report.Failures, failure => Assert.Equal("", failure.Id));
        Assert.StartsWith("Name has 256 characters", report.Failures[0].Error.Message, StringComparison.Ordinal);
        Assert.Equal(2, service.Requests.Count);
    }

    /// <summary>The member that another shape has is one profile's fault, and no reason to stop.</summary>
    [Fact]
    public async Task ProfileOfAnotherShape_FailsAloneAndIsNamed()
    {
        await using var service = await TestService.StartAsync(0);
        NewProfile other = new() { Name = "other", ExternalId = "x-1" };

        var report = await service.Client.CreateManyAsync([.. Named(5), other, .. Named(4)], One);

        Assert.Equal((10, 9, 0, 1, 0), report.Counts());
        var failure = Assert.Single(report.Failures);
        Assert.Same(other, failure.Profile);
        Assert.IsType<ProfilesConfigurationException>(failure.Error);
        Assert.StartsWith(
            "ExternalId is not accepted by the current shape.",
            failure.Error.Message,
            StringComparison.Ordinal
        );
        Assert.Equal(9, service.Requests.Count);
    }

    [Fact]
    public async Task ProfilesOfAnotherShapeAlone_EndTheRunAsOtherFailuresDo()
    {
        await using var service = await TestService.StartAsync(0);

        var ended = await Assert.ThrowsAsync<ProfilesBulkWriteException>(() =>
            service.Client.CreateManyAsync(Named(300).Select(_ => new NewProfile { ExternalId = "x" }), One)
        );

        Assert.Equal((100, 0, 0, 100, 0), ended.Report.Counts());
        Assert.Empty(service.Requests);
    }

    [Fact]
    public async Task LostAnswer_FailsWithAnUnknownOutcomeAndIsNotSentAgain()
    {
        await using var service = await TestService.StartAsync(0);
        service.Emulator.BeforeResponse = (request, _) =>
            request.Body.Contains("n03", StringComparison.Ordinal)
                ? throw new IOException("The connection breaks.")
                : Task.CompletedTask;

        var report = await service.Client.CreateManyAsync(Named(6), One);

        Assert.Equal((6, 5, 0, 1, 0), report.Counts());
        var failure = Assert.Single(report.Failures);
        Assert.IsType<ProfilesUnknownOutcomeException>(failure.Error);
        Assert.Equal("n03", failure.Profile!.Name);
        Assert.Equal(6, service.Requests.Count);
    }

    [Theory]
    [InlineData(true, null, 1)]
    [InlineData(false, 3, 3)]
    [InlineData(false, null, 100)]
    public async Task Failures_EndTheRunAsTheOptionsSay(bool stopOnError, int? maxFailures, int expected)
    {
        await using var service = await TestService.StartAsync(0);
        service.Emulator.Intercept = _ => EmulatorResponse.Error(400, "invalid_request_error", "no");
        BulkWriteOptions options = new()
        {
            Concurrency = 1,
            StopOnError = stopOnError,
            MaxFailures = maxFailures,
        };

        var ended = await Assert.ThrowsAsync<ProfilesBulkWriteException>(() =>
            service.Client.CreateManyAsync(Named(300), options)
        );

        Assert.Equal((expected, 0, 0, expected, 0), ended.Report.Counts());
        Assert.Equal(expected, service.Requests.Count);
        Assert.Null(ended.ResumeToken);
    }

    [Fact]
    public async Task RefusedKey_EndsTheRunWithTheFirstCreate()
    {
        await using var service = await TestService.StartAsync([], configure: o => o.ApiKey = "another-key");

        var ended = await Assert.ThrowsAsync<ProfilesBulkWriteException>(() =>
            service.Client.CreateManyAsync(Named(50), One)
        );

        Assert.IsType<ProfilesAuthenticationException>(ended.InnerException);
        Assert.Equal((1, 0, 0, 1, 0), ended.Report.Counts());
    }

    [Fact]
    public async Task SequenceThatThrows_EndsTheRunWithAReport()
    {
        await using var service = await TestService.StartAsync(0);
        static IEnumerable<NewProfile> Broken()
        {
            foreach (var profile in Named(5))
                yield return profile;
            throw new InvalidDataException("The sixth line is no customer.");
        }

        var ended = await Assert.ThrowsAsync<ProfilesBulkWriteException>(() =>
            service.Client.CreateManyAsync(Broken(), One)
        );

        Assert.Equal((5, 5, 0, 0, 0), ended.Report.Counts());
        Assert.IsType<InvalidDataException>(ended.InnerException);
    }

    [Fact]
    public async Task Cancellation_EndsWithAReport()
    {
        await using var service = await TestService.StartAsync(0);
        using CancellationTokenSource stop = new();
        var sent = 0;
        service.Emulator.BeforeResponse = async (_, ct) =>
        {
            if (++sent <= 10)
                return;
            await stop.CancelAsync();
            await Task.Delay(Timeout.Infinite, ct);
        };

        var cancelled = await Assert.ThrowsAsync<BulkWriteCanceledException>(() =>
            service.Client.CreateManyAsync(Named(50), One, stop.Token)
        );

        Assert.Equal((11, 10, 0, 0, 1), cancelled.Report.Counts());
        Assert.Equal(stop.Token, cancelled.CancellationToken);
    }

    [Fact]
    public async Task Created_SeesEachProfileWithItsId()
    {
        await using var service = await TestService.StartAsync(0);
        Dictionary<string, string> ids = [];
        BulkWriteOptions options = new()
        {
            Concurrency = 1,
            Created = (wanted, profile) =>
            {
                ids.Add(wanted.Name!, profile.Id);
                return default;
            },
        };

        await service.Client.CreateManyAsync(Named(5), options);

        Assert.Equal(service.Emulator.Profiles.ToDictionary(p => p.Name!, p => p.Id), ids);
    }

    [Fact]
    public async Task CreatedThatThrows_EndsTheRunAndNamesTheProfile()
    {
        await using var service = await TestService.StartAsync(0);
        BulkWriteOptions options = new()
        {
            Concurrency = 1,
            Created = (wanted, _) => wanted.Name == "n02" ? throw new InvalidDataException("full") : default,
        };

        var ended = await Assert.ThrowsAsync<ProfilesBulkWriteException>(() =>
            service.Client.CreateManyAsync(Named(9), options)
        );

        Assert.Equal((3, 2, 0, 1, 0), ended.Report.Counts());
        var failure = Assert.Single(ended.Report.Failures);
        Assert.Equal(service.Emulator.Profiles.Single(p => p.Name == "n02").Id, failure.Id);
    }

    [Fact]
    public async Task CreatedCancelledByItsOwnTimeout_CountsAsFailedWithTheId()
    {
        await using var service = await TestService.StartAsync(0);
        BulkWriteOptions options = new()
        {
            Concurrency = 1,
            Created = (_, _) => throw new TaskCanceledException("The database took too long."),
        };

        var ended = await Assert.ThrowsAsync<ProfilesBulkWriteException>(() =>
            service.Client.CreateManyAsync(Named(9), options)
        );

        Assert.IsType<TaskCanceledException>(ended.InnerException);
        Assert.Equal((1, 0, 0, 1, 0), ended.Report.Counts());
        Assert.Equal(service.Emulator.Profiles.Single().Id, Assert.Single(ended.Report.Failures).Id);
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task CancellationWithinCreated_LeavesTheIdInTheReport(bool throws)
    {
        await using var service = await TestService.StartAsync(0);
        using CancellationTokenSource stop = new();
        BulkWriteOptions options = new()
        {
            Concurrency = 1,
            Created = async (wanted, _) =>
            {
                if (wanted.Name != "n02")
                    return;
                await stop.CancelAsync();
                if (throws)
                    await Task.Delay(Timeout.Infinite, stop.Token);
            },
        };

        var cancelled = await Assert.ThrowsAsync<BulkWriteCanceledException>(() =>
            service.Client.CreateManyAsync(Named(9), options, stop.Token)
        );

        Assert.Equal(stop.Token, cancelled.CancellationToken);
        Assert.Equal(throws ? (3, 2, 0, 1, 0) : (3, 3, 0, 0, 0), cancelled.Report.Counts());
        Assert.Equal(
            throws ? [service.Emulator.Profiles.Single(p => p.Name == "n02").Id] : Array.Empty<string>(),
            cancelled.Report.Failures.Select(failure => failure.Id)
        );
        Assert.Equal(3, service.Requests.Count);
    }

    [Fact]
    public async Task OptionsOfAnotherWrite_AreRefusedBeforeAnythingIsSent()
    {
        await using var service = await TestService.StartAsync(1);

        var verify = await Assert.ThrowsAsync<ArgumentException>(() =>
            service.Client.CreateManyAsync(Named(1), new() { VerifyEach = true })
        );
        var created = await Assert.ThrowsAsync<ArgumentException>(() =>
            service.Query().Take(1).ExecuteDeleteAsync(new() { Created = (_, _) => default })
        );

        Assert.Contains("VerifyEach", verify.Message, StringComparison.Ordinal);
        Assert.Contains("Created", created.Message, StringComparison.Ordinal);
        Assert.Empty(service.Requests);
    }

    [Fact]
    public async Task NullArguments_Throw()
    {
        await using var service = await TestService.StartAsync(0);

        await Assert.ThrowsAsync<ArgumentNullException>(() =>
            service.Client.CreateManyAsync((IEnumerable<NewProfile>)null!)
        );
        await Assert.ThrowsAsync<ArgumentNullException>(() =>
            service.Client.CreateManyAsync((IAsyncEnumerable<NewProfile>)null!)
        );
        await Assert.ThrowsAsync<ArgumentNullException>(() => ((IProfilesClient)null!).CreateManyAsync(Named(1)));
    }

    private static IEnumerable<NewProfile> Named(int count) =>
        Enumerable.Range(0, count).Select(i => new NewProfile { Name = $"n{i:00}" });

    private static IEnumerable<string> Names(TestService service) => service.Emulator.Profiles.Select(p => p.Name!);
}
