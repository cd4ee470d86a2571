using FluentProfiles.Emulator;
using FluentProfiles.Tests.Http;

namespace FluentProfiles.Tests.Writing.Single;

/// <summary>Writes are repeated as reads are; a create only where it certainly was not carried out.</summary>
public sealed class WriteRetryTests
{
    private readonly JumpingClock clock = new();

    [Theory]
    [InlineData(409)]
    [InlineData(429)]
    [InlineData(529)]
    public async Task CreateThatWasRefused_IsRepeated(int status)
    {
        await using var service = await StartAsync(0);
        service.Emulator.FailFirst(2, EmulatorResponse.Error(status, "some_error", "Not now."));

        var created = await service.Client.CreateAsync(new() { Name = "Ada" });

        Assert.Equal(created.Id, Assert.Single(service.Emulator.Profiles).Id);
        Assert.Equal(3, service.Requests.Count);
        Assert.Single(service.Emulator.Requests.Select(request => request.Body).Distinct());
    }

    [Theory]
    [InlineData(408)]
    [InlineData(500)]
    [InlineData(503)]
    public async Task CreateThatMayBeDone_IsNotRepeated(int status)
    {
        await using var service = await StartAsync(0);
        var refusal = EmulatorResponse.Error(status, "some_error", "Not now.").WithHeader("x-should-retry", "true");
        service.Emulator.FailFirst(1, refusal);

        await Assert.ThrowsAsync<ProfilesUnknownOutcomeException>(() => service.Client.CreateAsync(new()));

        Assert.Single(service.Requests);
    }

    [Fact]
    public async Task CreateWithoutAConnection_IsRepeated()
    {
        await using var service = await TestService.StartAsync(0);
        var attempts = 0;
        using HttpClient http = new(
            new StubHandler(_ =>
            {
                attempts++;
                throw new HttpRequestException(HttpRequestError.ConnectionError);
            })
        );
        using var client = TransportKind.HttpClient.Client(
            service.Emulator.BaseUrl,
            http,
            options => (options.MaxRetries, options.TimeProvider) = (5, clock)
        );

        await Assert.ThrowsAsync<ProfilesConnectionException>(() => client.CreateAsync(new()));

        Assert.Equal(6, attempts);
    }

    [Fact]
    public async Task TotalSpentWhileACreateWaits_IsNoUnknownOutcome()
    {
        await using var service = await StartAsync(0, TimeSpan.FromSeconds(5));
        var busy = EmulatorResponse.Error(429, "rate_limit_error", "No.").WithHeader("retry-after", "9");
        service.Emulator.FailFirst(1, busy);

        await Assert.ThrowsAsync<ProfilesConnectionException>(() => service.Client.CreateAsync(new()));

        Assert.Empty(service.Emulator.Profiles);
    }

    [Fact]
    public async Task UpdateWhoseAnswerIsLost_IsRepeated()
    {
        await using var service = await StartAsync(1);
        LoseTheFirstAnswer(service);

        var updated = await service.Client.UpdateAsync(TestProfiles.IdOf(0), new() { Name = "Ada" });

        Assert.Equal("Ada", updated.Name);
        Assert.Equal(2, service.Requests.Count);
    }

    [Fact]
    public async Task DeleteWhoseAnswerIsLost_HasDeleted()
    {
        await using var service = await StartAsync(1);
        LoseTheFirstAnswer(service);

        await service.Client.DeleteAsync(TestProfiles.IdOf(0));

        Assert.Empty(service.Emulator.Profiles);
        Assert.Equal([200, 404], service.Emulator.Requests.Select(request => request.Status));
    }

    [Fact]
    public async Task DeleteOfNothing_IsNotFound()
    {
        await using var service = await StartAsync(0);

        await Assert.ThrowsAsync<ProfilesNotFoundException>(() => service.Client.DeleteAsync(TestProfiles.IdOf(0)));
    }

    [Theory]
    [InlineData(429)]
    [InlineData(529)]
    [InlineData(409)]
    public async Task DeleteOfNothingAfterARefusal_IsNotFound(int status)
    {
        await using var service = await StartAsync(0);
        service.Emulator.FailFirst(2, EmulatorResponse.Error(status, "some_error", "Not now."));

        await Assert.ThrowsAsync<ProfilesNotFoundException>(() => service.Client.DeleteAsync(TestProfiles.IdOf(0)));

        Assert.Equal(3, service.Requests.Count);
    }

    [Theory]
    [InlineData(408)]
    [InlineData(500)]
    [InlineData(503)]
    public async Task DeleteOfNothingAfterAFailureThatMayHaveDeleted_IsDone(int status)
    {
        await using var service = await StartAsync(0);
        service.Emulator.FailFirst(1, EmulatorResponse.Error(status, "some_error", "Went wrong."));

        await service.Client.DeleteAsync(TestProfiles.IdOf(0));

        Assert.Equal([status, 404], service.Emulator.Requests.Select(request => request.Status));
    }

    [Fact]
    public async Task DeleteWhoseAnswerIsLostAndThenRefused_HasDeleted()
    {
        await using var service = await StartAsync(1);
        var number = 0;
        service.Emulator.Intercept = request =>
            ++number switch
            {
                1 => service.Emulator.Answer(request) with { BreakAfter = 1 },
                2 => EmulatorResponse.Error(429, "rate_limit_error", "Not now."),
                _ => null,
            };

        await service.Client.DeleteAsync(TestProfiles.IdOf(0));

        Assert.Equal([200, 429, 404], service.Emulator.Requests.Select(request => request.Status));
    }

    [Fact]
    public async Task DeleteOfNothingWithoutAConnectionAtFirst_IsNotFound()
    {
        await using var service = await StartAsync(0);
        var isFirst = true;
        using HttpClient http = new(
            new StubHandler(_ =>
            {
                if (isFirst)
                {
                    isFirst = false;
                    throw new HttpRequestException(HttpRequestError.ConnectionError);
                }
                return new(System.Net.HttpStatusCode.NotFound)
                {
                    Content = new StringContent(
                        """{"type":"error","error":{"type":"not_found_error","message":"no"}}"""
                    ),
                };
            })
        );
        using var client = TransportKind.HttpClient.Client(
            service.Emulator.BaseUrl,
            http,
            options => (options.MaxRetries, options.TimeProvider) = (5, clock)
        );

        await Assert.ThrowsAsync<ProfilesNotFoundException>(() => client.DeleteAsync(TestProfiles.IdOf(0)));
    }

    [Theory]
    [InlineData(429, 0, 1)]
    [InlineData(503, 1, 0)]
    public async Task BulkDeleteOfWhatIsGone_CountsItAsASingleDeleteDoes(int status, int written, int unchanged)
    {
        await using var service = await StartAsync(1);
        var deletes = 0;
        service.Emulator.Intercept = request =>
        {
            if (request.Method != "DELETE")
                return null;
            // Somebody else is first, while this client is told to come back.
            return ++deletes == 1
                ? EmulatorResponse.Error(status, "some_error", "Not now.")
                : EmulatorResponse.Error(404, "not_found_error", "No such profile.");
        };

        var report = await service.Query().Where(p => p.Name != "").ExecuteDeleteAsync();

        Assert.Equal((written, unchanged), (report.Written, report.Unchanged));
    }

    private Task<TestService> StartAsync(int count, TimeSpan? total = null) =>
        TestService.StartAsync(
            TestProfiles.Many(count),
            configureClient: options =>
                (options.MaxRetries, options.TimeProvider, options.TotalTimeout) = (5, clock, total)
        );

    // Within the answer: .NET's own handler would dial again after a connection without any.
    private static void LoseTheFirstAnswer(TestService service)
    {
        var isFirst = true;
        service.Emulator.Intercept = request =>
        {
            if (!isFirst)
                return null;
            isFirst = false;
            return service.Emulator.Answer(request) with { BreakAfter = 1 };
        };
    }
}
