using FluentProfiles.Emulator;
using FluentProfiles.Tests.Http;
using FluentProfiles.Tests.Writing.Bulk;

namespace FluentProfiles.Tests.Writing.Sync;

/// <summary>Random rows, profiles, options and faults: in the end the profiles must be those of <see cref="SyncModel"/>, another
/// sync must write nothing, and no profile without the mark may have been deleted. <c>FLUENTPROFILES_SYNCS</c> sets how many
/// cases there are.</summary>
public sealed class RandomSyncTests
{
    private const int MostRuns = 20;

    [Fact]
    public async Task RandomSyncsUnderFaults_EndAsTheModelSays()
    {
        await using var service = await TestService.StartAsync(
            [],
            null,
            options =>
            {
                options.TimeProvider = new JumpingClock();
                options.AttemptTimeout = Timeout.InfiniteTimeSpan;
                options.TotalTimeout = Timeout.InfiniteTimeSpan;
                options.MaxRetries = 2;
            }
        );
        var cases = Scale.Of("FLUENTPROFILES_SYNCS", 150);
        for (var seed = 0; seed < cases; seed++)
            await RunAsync(service, seed);
    }

    private static async Task RunAsync(TestService service, int seed)
    {
        Random random = new(seed);
        foreach (var old in service.Emulator.Profiles)
            service.Emulator.Remove(old.Id);
        var profiles = Profiles(random);
        foreach (var profile in profiles)
            service.Emulator.Add(profile);
        var rows = Rows(random);
        var options = Options(random);
        var marked = profiles.Where(p => p.Metadata["sync"] == "crm").Select(p => p.Id).ToHashSet();
        service.Emulator.ClearRequests();

        Break(service, random);
        for (var run = 0; !await IsDoneAsync(service, rows, options, isSaved: random.Next(2) == 0); run++)
            Assert.True(run < MostRuns, $"case {seed} does not end");
        service.Emulator.Intercept = null;
        service.Emulator.BeforeResponse = null;

        Assert.Equal(
            ($"case {seed}", string.Join('\n', SyncModel.After(profiles, rows, options))),
            (
                $"case {seed}",
                string.Join('\n', service.Emulator.Profiles.Select(SyncModel.Text).Order(StringComparer.Ordinal))
            )
        );
        var deleted = service.Writes().Where(write => write.Method == "DELETE");
        if (!options.AdoptExisting)
            Assert.Subset(marked, deleted.Select(write => write.PathAndQuery.Split('/')[^1]).ToHashSet());
        service.Emulator.ClearRequests();
        Assert.True((await service.SyncAsync(rows, options)).Plan.IsEmpty);
        Assert.Empty(service.Writes());
    }

    private static async Task<bool> IsDoneAsync(
        TestService service,
        IReadOnlyList<Customer> rows,
        SyncOptions options,
        bool isSaved
    )
    {
        try
        {
            if (!isSaved)
                return (await service.SyncAsync(rows, options)).Failed == 0;
            var json = (await service.PlanAsync(rows, options)).ToJson();
            var plan = SyncPlan.Parse(json);
            Assert.Equal(json, plan.ToJson());
            return (await plan.ApplyAsync(service.Client, options)).Failed == 0;
        }
        catch (ProfilesException)
        {
            return false;
        }
    }

    /// <summary>Refuses a tenth of the requests, and loses a tenth before and a tenth after they are carried out.</summary>
    private static void Break(TestService service, Random random)
    {
        int Roll()
        {
            lock (random)
                return random.Next(30);
        }
        service.Emulator.Intercept = _ =>
            Roll() switch
            {
                // Not 429: the gate would wait for a clock that jumps only over the waits of retries.
                0 or 1 or 2 => EmulatorResponse.Error(529, "overloaded_error", "later"),
                3 or 4 or 5 => throw new IOException("The connection broke."),
                _ => null,
            };
        service.Emulator.BeforeResponse = (_, _) =>
            Roll() < 3 ? throw new IOException("The connection broke.") : Task.CompletedTask;
    }

    private static List<UserProfile> Profiles(Random random) =>
        [
            .. Enumerable
                .Range(0, random.Next(25))
                .Select(i => new Customer(Key(random), Text(random, "n"), Text(random, "p")).Profile(i, Mark(random))),
        ];

    private static List<Customer> Rows(Random random) =>
        [
            .. Enumerable
                .Range(0, random.Next(25))
                .Select(_ => new Customer(Key(random), Text(random, "n"), Text(random, "p"))),
        ];

    private static SyncOptions Options(Random random) =>
        new()
        {
            OwnershipKey = "sync",
            OwnershipValue = "crm",
            AllowEmptyRows = true,
            AllowDeletes = random.Next(2) == 0,
            AdoptExisting = random.Next(3) == 0,
            MaxDeletedShare = 1,
            Concurrency = random.Next(1, 9),
            StopWhenNearlyAllFail = false,
        };

    private static string? Key(Random random) =>
        random.Next(30) switch
        {
            0 => null,
            1 => " ",
            var number => $"{(number % 2 == 0 ? "k" : "K")}{random.Next(12)}",
        };

    private static string? Text(Random random, string prefix) =>
        random.Next(4) is var number and > 0 ? prefix + number : null;

    private static string? Mark(Random random) =>
        random.Next(3) switch
        {
            0 => "crm",
            1 => "other",
            _ => null,
        };
}
