using System.Net;
using Microsoft.Extensions.Time.Testing;

namespace FluentProfiles.Emulator.Tests.Faults;

public sealed class FaultTests
{
    private const string List = Service.Path + "?limit=10";

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task Status_RejectsAndDoesNothing(bool bySocket)
    {
        EmulatorFaults faults = new()
        {
            Statuses = { [503] = 1 },
            RefusalHeaders = { ["retry-after"] = "2", ["x-should-retry"] = "false" },
        };
        await using var service = await FaultyService.StartAsync(faults, bySocket);

        using var answer = await service.SendAsync(HttpMethod.Delete, $"{Service.Path}/{service.FirstId}");

        Assert.Equal(HttpStatusCode.ServiceUnavailable, answer.StatusCode);
        Assert.Equal("2", answer.Headers.GetValues("retry-after").Single());
        Assert.Equal("false", answer.Headers.GetValues("x-should-retry").Single());
        Assert.Contains("\"type\":\"api_error\"", await answer.Content.ReadAsStringAsync());
        Assert.Equal(25, service.Emulator.Profiles.Count);
    }

    [Fact]
    public async Task ResetBefore_GivesNoAnswerToWhatWasDone()
    {
        await using var service = await FaultyService.StartAsync(new() { ResetBefore = 1 }, bySocket: true);

        await Assert.ThrowsAsync<HttpRequestException>(() =>
            service.SendAsync(HttpMethod.Delete, $"{Service.Path}/{service.FirstId}")
        );

        Assert.Equal(24, service.Emulator.Profiles.Count);
    }

    public static TheoryData<EmulatorFaults, bool> Cuts =>
        new()
        {
            {
                new() { ResetWithin = 1 },
                true
            },
            {
                new() { ResetAfter = 1 },
                true
            },
            {
                new() { Truncated = 1 },
                true
            },
            {
                new() { ResetWithin = 1 },
                false
            },
            {
                new() { ResetAfter = 1 },
                false
            },
            {
                new() { Truncated = 1 },
                false
            },
        };

    [Theory]
    [MemberData(nameof(Cuts))]
    public async Task Cut_IsNoticedWhereTheBodyIsRead(EmulatorFaults faults, bool bySocket)
    {
        await using var service = await FaultyService.StartAsync(faults, bySocket);

        var failure = await Record.ExceptionAsync(() => service.SendAsync(HttpMethod.Get, List));

        Assert.True(failure is HttpRequestException or IOException, $"{failure}");
    }

    [Fact]
    public async Task WrongContent_IsASuccessOfHtml()
    {
        await using var service = await FaultyService.StartAsync(new() { WrongContent = 1 }, bySocket: true);

        using var answer = await service.SendAsync(HttpMethod.Get, List);

        Assert.Equal(
            (HttpStatusCode.OK, "text/html"),
            (answer.StatusCode, answer.Content.Headers.ContentType!.MediaType)
        );
    }

    [Fact]
    public async Task RepeatedCursor_GivesTheSamePage()
    {
        await using var service = await Service.StartAsync(
            new()
            {
                Count = 25,
                Faults = new() { RepeatedCursor = 1 },
            }
        );
        var first = await service.ListAsync("limit=10");

        var second = await service.ListAsync($"limit=10&page={first.NextPage}");

        Assert.Equal(first.NextPage, second.NextPage);
        Assert.Equal(10, second.Data.Length);
    }

    [Fact]
    public async Task Delayed_ComesLaterByTheClock()
    {
        WatchedClock clock = new();
        await using var service = await Service.StartAsync(
            new()
            {
                Count = 25,
                TimeProvider = clock,
                Faults = new() { Delayed = 1, Delay = TimeSpan.FromMinutes(5) },
            }
        );

        var pending = service.ListAsync();
        Assert.Equal(TimeSpan.FromMinutes(5), await clock.Set.Task.WaitAsync(TimeSpan.FromSeconds(20)));
        Assert.False(pending.IsCompleted);
        clock.Advance(TimeSpan.FromMinutes(5));

        Assert.Equal(200, (await pending.WaitAsync(TimeSpan.FromSeconds(20))).Status);
    }

    [Fact]
    public async Task CreatedAndDeleted_ChangeWhatIsListed()
    {
        await using var service = await Service.StartAsync(
            new()
            {
                Count = 25,
                Faults = new() { Created = 1 },
            }
        );
        Assert.Equal("Created meanwhile", (await service.ListAsync()).Names[0]);
        Assert.Equal(26, service.Emulator.Profiles.Count);

        await using var shrinking = await Service.StartAsync(
            new()
            {
                Count = 25,
                Faults = new() { Deleted = 1 },
            }
        );
        Assert.Equal(24, (await shrinking.ListAsync("limit=100")).Data.Length);
    }

    [Fact]
    public async Task SameSeed_FailsTheSameRequestsInWhateverOrder()
    {
        var forwards = await FailedAsync(1, Enumerable.Range(1, 100));
        var backwards = await FailedAsync(1, Enumerable.Range(1, 100).Reverse());
        var other = await FailedAsync(2, Enumerable.Range(1, 100));

        Assert.Equal(forwards.Order(), backwards.Order());
        Assert.NotEqual(forwards, other);
        Assert.InRange(forwards.Length, 15, 45);
    }

    [Fact]
    public async Task SameRequestAgain_HasAnotherFate()
    {
        await using var service = await Service.StartAsync(
            new()
            {
                Count = 25,
                Faults = new() { Statuses = { [500] = 0.5 } },
            }
        );
        List<int> statuses = [];
        for (var i = 0; i < 40; i++)
            statuses.Add((await service.ListAsync()).Status);

        Assert.InRange(statuses.Count(status => status == 500), 10, 30);
    }

    [Fact]
    public void SharesThatMakeNoSense_Throw()
    {
        EmulatorFaults[] wrong =
        [
            new() { Truncated = 1.1 },
            new() { Delayed = -0.1 },
            new() { Truncated = 0.6, WrongContent = 0.5 },
            new() { Statuses = { [42] = 0.1 } },
            new() { Delay = TimeSpan.FromSeconds(-1) },
            new() { ResetAfter = double.NaN },
        ];
        Assert.All(
            wrong,
            faults => Assert.Throws<ArgumentException>(() => ProfileEmulator.Create(new() { Faults = faults }))
        );
        ProfileEmulator.Create(
            new()
            {
                Faults = new() { Truncated = 0.9, WrongContent = 0.1 },
            }
        );
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task AnswerByRequest_EndsTooSoon(bool bySocket)
    {
        await using var service = await FaultyService.StartAsync(new(), bySocket);
        service.Emulator.Intercept = request =>
            request.Method == "DELETE" ? service.Emulator.Answer(request) with { BreakAfter = 5 } : null;

        await Assert.ThrowsAnyAsync<HttpRequestException>(() =>
            service.SendAsync(HttpMethod.Delete, $"{Service.Path}/{service.FirstId}")
        );

        using var list = await service.SendAsync(HttpMethod.Get, List);
        Assert.Equal(HttpStatusCode.OK, list.StatusCode);
        Assert.Equal(24, service.Emulator.Profiles.Count);
    }

    private static async Task<int[]> FailedAsync(int seed, IEnumerable<int> limits)
    {
        await using var service = await Service.StartAsync(
            new()
            {
                Count = 1,
                Faults = new() { Seed = seed, Statuses = { [500] = 0.3 } },
            }
        );
        List<int> failed = [];
        foreach (var limit in limits)
        {
            if ((await service.ListAsync($"limit={limit}")).Status == 500)
                failed.Add(limit);
        }
        return [.. failed];
    }

    /// <summary>Tells when a timer was set.</summary>
    private sealed class WatchedClock : FakeTimeProvider
    {
        public TaskCompletionSource<TimeSpan> Set { get; } = new(TaskCreationOptions.RunContinuationsAsynchronously);

        public override ITimer CreateTimer(TimerCallback callback, object? state, TimeSpan dueTime, TimeSpan period)
        {
            var timer = base.CreateTimer(callback, state, dueTime, period);
            Set.TrySetResult(dueTime);
            return timer;
        }
    }
}
