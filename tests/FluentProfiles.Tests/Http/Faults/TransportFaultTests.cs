using FluentProfiles.Emulator;
using FluentProfiles.Http.Transport;

namespace FluentProfiles.Tests.Http.Faults;

/// <summary>Every exception of a transport, in every call, at every moment: it is always one of ours, and retried exactly
/// where that is safe and may help.</summary>
public sealed class TransportFaultTests
{
    private const int Retries = 2;

    // One for all, since making connections would take most of the time.
    private static readonly HttpClient Connections = HttpClientTransport.CreateClient();

    private static readonly string Id = TestProfiles.IdOf(1);

    private static readonly Dictionary<string, Func<ProfilesClient, Task>> Calls = new()
    {
        ["list"] = client => client.Query().ToListAsync().AsTask(),
        ["count"] = client => client.Query().CountAsync().AsTask(),
        ["from both ends"] = client => client.Query().WithTwoEndedScan().ToListAsync().AsTask(),
        ["look-up"] = client => client.Query().Where(p => p.Id == Id).ToListAsync().AsTask(),
        ["page"] = client => client.Query().ToPageAsync(2).AsTask(),
        ["get"] = client => client.GetAsync(Id),
        ["update"] = client => client.UpdateAsync(Id, new() { Name = "Ada" }),
        ["delete"] = client => client.DeleteAsync(Id),
        ["action URL"] = client => client.CreateActionUrlAsync(Id),
        ["data controls"] = client => client.DataControls.GetAsync(Id),
        ["update of data controls"] = client =>
            client.DataControls.UpdateAsync(Id, new() { Cmek = CmekChange.Disable() }),
        ["bulk delete"] = client => client.Query().Where(p => p.Name != "x").ExecuteDeleteAsync(),
        ["preview"] = client => client.Query().PreviewDeleteAsync(),
    };

    public static TheoryData<string, Stage> EveryCall
    {
        get
        {
            TheoryData<string, Stage> all = [];
            foreach (var call in Calls.Keys)
            {
                foreach (var stage in Enum.GetValues<Stage>())
                    all.Add(call, stage);
            }
            return all;
        }
    }

    [Theory]
    [MemberData(nameof(EveryCall))]
    public async Task Call_FailsAsConnectionAndIsRetriedWhereThatMayHelp(string call, Stage stage)
    {
        await using var service = await TestService.StartAsync(3);
        // The profile stays, for the next fault.
        service.Emulator.Intercept = request =>
            request.Method == "DELETE" ? EmulatorResponse.Json(200, $$"""{"id":"{{Id}}"}""") : null;
        foreach (var fault in Fault.All)
        {
            var (client, transport) = Faulty(service, fault, stage);

            var failure = await FailAsync(client, Calls[call]);

            if (IsProtocol(fault, stage))
                Assert.IsType<ProfilesProtocolException>(failure);
            else
                AssertConnection(service, fault, transport, failure);
            var ends = call == "from both ends" ? 2 : 1;
            Assert.InRange(transport.Failed, Attempts(fault, stage), ends * Attempts(fault, stage));
            if (call is "list" or "count" or "from both ends" or "look-up" or "page")
                Assert.NotNull(failure.ResumeToken);
        }
    }

    [Theory]
    [InlineData(Stage.BeforeSending)]
    [InlineData(Stage.WhileSending)]
    [InlineData(Stage.WhileReading)]
    public async Task Create_IsRetriedOnlyWhereNothingWasSent(Stage stage)
    {
        await using var service = await TestService.StartAsync(0);
        foreach (var fault in Fault.All)
        {
            var (client, transport) = Faulty(service, fault, stage);

            var failure = await FailAsync(client, create => create.CreateAsync(new() { Name = "Ada" }));

            if (fault.IsUnsent && stage != Stage.WhileReading)
            {
                AssertConnection(service, fault, transport, failure);
                Assert.Equal(Attempts(fault, stage), transport.Failed);
                continue;
            }
            Assert.IsType<ProfilesUnknownOutcomeException>(failure);
            if (!IsProtocol(fault, stage))
                AssertConnection(service, fault, transport, failure.InnerException!);
            Assert.Equal(1, transport.Failed);
        }
    }

    /// <summary>What was read before stays valid, and the token goes on behind it.</summary>
    [Theory]
    [InlineData(Stage.BeforeSending)]
    [InlineData(Stage.WhileSending)]
    [InlineData(Stage.WhileReading)]
    public async Task FaultOnTheSecondPage_ResumesBehindTheFirst(Stage stage)
    {
        await using var service = await TestService.StartAsync(3);
        foreach (var fault in Fault.All)
        {
            var (client, _) = Faulty(service, fault, stage, after: 1);
            List<string> ids = [];

            var failure = await FailAsync(
                client,
                async broken =>
                {
                    await foreach (var profile in broken.Query().WithPageSize(2))
                        ids.Add(profile.Id);
                }
            );

            Assert.Equal(TestProfiles.Ids([2, 1]), ids);
            var rest = await service.Query().WithPageSize(2).ResumeFrom(failure.ResumeToken).ToListAsync();
            Assert.Equal([TestProfiles.IdOf(0)], rest.Select(p => p.Id));
        }
    }

    [Fact]
    public async Task CallersCancellation_WinsOverEveryFault()
    {
        await using var service = await TestService.StartAsync(3);
        foreach (var fault in Fault.All)
        {
            using CancellationTokenSource stop = new();
            var cancelling = fault with
            {
                Make = () =>
                {
                    stop.Cancel();
                    return fault.Make();
                },
            };
            var (client, transport) = Faulty(service, cancelling, Stage.BeforeSending);

            var thrown = await Assert.ThrowsAnyAsync<OperationCanceledException>(() =>
                client.GetAsync(Id, null, stop.Token)
            );

            Assert.Equal(stop.Token, thrown.CancellationToken);
            Assert.Equal(1, transport.Failed);
        }
    }

    /// <summary>No further write is tried where each would fail in the same way.</summary>
    [Fact]
    public async Task BulkWrite_EndsAtALastingFault()
    {
        await using var service = await TestService.StartAsync(20);
        foreach (var fault in Fault.All.Where(fault => !fault.MayPass))
        {
            var (client, transport) = Faulty(service, fault, Stage.BeforeSending, after: 1);

            var failure = await Assert.ThrowsAsync<ProfilesBulkWriteException>(() =>
                client.Query().Where(p => p.Name != "x").ExecuteDeleteAsync(new() { Concurrency = 1 })
            );

            Assert.Equal(1, transport.Failed);
            Assert.Equal(0, failure.Report.Written);
        }
    }

    private static (ProfilesClient Client, FaultyTransport Transport) Faulty(
        TestService service,
        Fault fault,
        Stage stage,
        int after = 0
    )
    {
        FaultyTransport transport = new(
            new HttpClientTransport(HttpClientTransport.CreateClient()),
            fault,
            stage,
            after
        );
        ProfilesClientOptions options = new()
        {
            BaseUrl = service.Emulator.BaseUrl,
            ApiKey = TestService.Key,
            MaxRetries = Retries,
            TimeProvider = new JumpingClock(),
            Transport = transport,
        };
        return (new(options), transport);
    }

    private static async Task<ProfilesException> FailAsync(ProfilesClient client, Func<ProfilesClient, Task> call)
    {
        using (client)
        {
            var thrown = await Assert.ThrowsAnyAsync<ProfilesException>(() => call(client));
            return thrown is ProfilesBulkWriteException ? (ProfilesException)thrown.InnerException! : thrown;
        }
    }

    private static void AssertConnection(TestService service, Fault fault, FaultyTransport transport, Exception failure)
    {
        var ours = Assert.IsType<ProfilesConnectionException>(failure);
        Assert.IsType(transport.Thrown!.GetType(), ours.InnerException);
        Assert.StartsWith($"No response from {new Uri(service.Emulator.BaseUrl).Authority}", ours.Message);
        Assert.Contains(fault.Cause, ours.Message);
        Assert.DoesNotContain("sk-secret", ours.Message);
        Assert.DoesNotContain('\n', ours.Message);
    }

    /// <summary>What the streams that decompress throw means that the answer is not compressed as it says.</summary>
    private static bool IsProtocol(Fault fault, Stage stage) =>
        stage == Stage.WhileReading && fault.Make() is InvalidOperationException and not ObjectDisposedException;

    private static int Attempts(Fault fault, Stage stage) =>
        fault.MayPass && !IsProtocol(fault, stage) ? 1 + Retries : 1;
}
