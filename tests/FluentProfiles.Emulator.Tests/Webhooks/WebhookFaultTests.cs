namespace FluentProfiles.Emulator.Tests.Webhooks;

public sealed class WebhookFaultTests
{
    private static readonly string[] Ids = [.. Enumerable.Range(0, 6).Select(i => $"uprof_{i:D4}")];

    [Fact]
    public async Task Lost_IsNeverSentAndLogged()
    {
        await using var hooked = await StartAsync(new() { LostWebhooks = 1 });

        Open(hooked, Ids);
        await hooked.FlushAsync();

        Assert.Empty(hooked.Receiver.Events);
        Assert.All(hooked.Emulator.Webhooks, webhook => Assert.Equal((0, 0), (webhook.Attempt, webhook.Status)));
        Assert.Equal(Ids.Length, hooked.Emulator.Webhooks.Count);
        Assert.All(hooked.Emulator.Profiles, profile => Assert.Single(profile.EnforcementActions));
    }

    [Fact]
    public async Task Repeated_IsDeliveredTwice()
    {
        await using var hooked = await StartAsync(new() { RepeatedWebhooks = 1 });

        Open(hooked, Ids[..2]);
        await hooked.FlushAsync();

        Assert.Equal("uprof_0000 uprof_0000 uprof_0001 uprof_0001", hooked.Receiver.Profiles);
        Assert.Equal(2, hooked.Receiver.Ids.Distinct().Count());
        Assert.Equal(2, hooked.Receiver.Events.Select(received => received.Id).Distinct().Count());
    }

    [Fact]
    public async Task Reordered_ComesAfterTheNext()
    {
        await using var hooked = await StartAsync(new() { ReorderedWebhooks = 1 });

        Open(hooked, Ids[..5]);
        await hooked.FlushAsync();

        Assert.Equal("uprof_0001 uprof_0000 uprof_0003 uprof_0002 uprof_0004", hooked.Receiver.Profiles);
    }

    [Fact]
    public async Task ReorderedAndRepeated_ComesTwiceAfterTheNext()
    {
        await using var hooked = await StartAsync(new() { ReorderedWebhooks = 1, RepeatedWebhooks = 1 });

        Open(hooked, Ids[..2]);
        await hooked.FlushAsync();

        Assert.Equal("uprof_0001 uprof_0001 uprof_0000 uprof_0000", hooked.Receiver.Profiles);
    }

    [Fact]
    public async Task ReorderedWithNoneToFollow_ComesAfterTheDelayByTheClock()
    {
        Microsoft.Extensions.Time.Testing.FakeTimeProvider clock = new(DateTimeOffset.UtcNow);
        await using var hooked = await StartAsync(
            new() { ReorderedWebhooks = 1, Delay = TimeSpan.FromMinutes(1) },
            clock
        );
        TaskCompletionSource arrived = new(TaskCreationOptions.RunContinuationsAsynchronously);
        hooked.Receiver.Verifier = new(new ProfileEmulatorOptions().WebhookSecret) { TimeProvider = clock };
        hooked.Receiver.Answer = (_, _) =>
        {
            arrived.SetResult();
            return Task.CompletedTask;
        };

        Open(hooked, Ids[..1]);
        clock.Advance(TimeSpan.FromSeconds(59));
        Assert.Empty(hooked.Receiver.Events);
        clock.Advance(TimeSpan.FromSeconds(1));
        await arrived.Task.WaitAsync(TimeSpan.FromSeconds(60));

        Assert.Equal("uprof_0000", hooked.Receiver.Profiles);
    }

    [Fact]
    public async Task SameSeed_HasTheSameFatesInWhateverOrder()
    {
        var forwards = await LostAsync(1, profiles => profiles);
        var backwards = await LostAsync(1, profiles => profiles.Reverse());
        var other = await LostAsync(2, profiles => profiles);

        Assert.Equal(forwards.Order(), backwards.Order());
        Assert.NotEqual(forwards, other);
        Assert.InRange(forwards.Length, 15, 45);
    }

    [Fact]
    public async Task SameEventAgain_HasAnotherFate()
    {
        await using var hooked = await StartAsync(new() { LostWebhooks = 0.5 });

        Open(hooked, Enumerable.Repeat(Ids[0], 40));
        await hooked.FlushAsync();

        Assert.InRange(hooked.Receiver.Events.Count, 10, 30);
    }

    [Fact]
    public async Task FaultsOfRequests_LeaveWebhooksAlone()
    {
        await using var hooked = await StartAsync(new() { Statuses = { [500] = 1 } });

        Open(hooked, Ids);
        await hooked.FlushAsync();

        Assert.Equal(Ids, hooked.Receiver.Events.Select(received => received.ProfileId));
    }

    [Fact]
    public void SharesThatMakeNoSense_Throw()
    {
        EmulatorFaults[] wrong =
        [
            new() { LostWebhooks = 1.1 },
            new() { RepeatedWebhooks = -0.1 },
            new() { ReorderedWebhooks = double.NaN },
        ];

        Assert.All(
            wrong,
            faults => Assert.Throws<ArgumentException>(() => ProfileEmulator.Create(new() { Faults = faults }))
        );
        ProfileEmulator.Create(
            new()
            {
                Faults = new()
                {
                    LostWebhooks = 1,
                    RepeatedWebhooks = 1,
                    Truncated = 1,
                },
            }
        );
    }

    private static Task<HookedService> StartAsync(EmulatorFaults faults, TimeProvider? clock = null) =>
        HookedService.StartAsync(new() { Faults = faults, TimeProvider = clock ?? TimeProvider.System });

    private static void Open(HookedService hooked, IEnumerable<string> profiles)
    {
        foreach (var id in profiles)
            hooked.Emulator.OpenEnforcementAction(id);
    }

    private static async Task<string[]> LostAsync(int seed, Func<IEnumerable<string>, IEnumerable<string>> order)
    {
        var emulator = ProfileEmulator.Create(
            new()
            {
                Profiles = Samples.Many(100),
                WebhookUrl = "http://127.0.0.1/",
                WebhookHandler = new Accepting(),
                Faults = new() { Seed = seed, LostWebhooks = 0.3 },
            }
        );
        foreach (var id in order(Samples.Many(100).Select(profile => profile.Id)))
            emulator.OpenEnforcementAction(id);
        await emulator.FlushWebhooksAsync();
        return
        [
            .. emulator
                .Webhooks.Where(webhook => webhook.Attempt == 0)
                .Select(webhook => System.Text.Json.JsonDocument.Parse(webhook.Body))
                .Select(body => body.RootElement.GetProperty("data").GetProperty("id").GetString()!),
        ];
    }

    private sealed class Accepting : HttpMessageHandler
    {
        protected override Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken ct) =>
            Task.FromResult(new HttpResponseMessage(System.Net.HttpStatusCode.NoContent));
    }
}
