using FluentProfiles.Emulator;
using FluentProfiles.Testing.Tests.Steps;
using FluentProfiles.Tests;
using Microsoft.Extensions.Time.Testing;
using Xunit.Abstractions;

namespace FluentProfiles.Testing.Tests;

/// <summary>Does the same to <see cref="InMemoryProfiles"/> and to a client of the emulator behind a socket. Results, exceptions and what
/// both hold must be the same. <c>FLUENTPROFILES_STEPS</c> sets how many steps.</summary>
public sealed class SameAsServiceTests(ITestOutputHelper output)
{
    private const int StepsOfRun = 250;

    [Fact]
    public async Task Steps_HaveTheSameOutcome()
    {
        Dictionary<string, int> kinds = [];
        for (var seed = 0; seed * StepsOfRun < Scale.Of("FLUENTPROFILES_STEPS", 2_500); seed++)
            await CompareAsync(seed, kinds);
        foreach (var (kind, count) in kinds.OrderByDescending(pair => pair.Value))
            output.WriteLine($"{count} {kind}");
        // Steps that all fail, or all succeed, compare little.
        Assert.InRange(kinds["result"], kinds.Values.Sum() / 3, kinds.Values.Sum() - 1);
    }

    [Fact]
    public async Task BulkWriteOfItems_DoesWhatItDoesInTheService()
    {
        for (var seed = 0; seed < Scale.Of("FLUENTPROFILES_STEPS", 2_500) / 10; seed++)
        {
            Random random = new(seed);
            var start = ProfileEmulator.Create(new() { Count = 20, Seed = seed + 1 }).Profiles;
            InMemoryProfiles service = new(start.DistinctBy(profile => profile.CreatedAt));
            // A list reports less of a profile than a GET, and objects in memory have it all.
            var items = ProfileQuery.FromItems(await service.Query().ToListAsync());
            for (var number = 0; number < 5; number++)
            {
                var id = start[random.Next(start.Count)].Id;
                var step = RandomQueries.Write(random, id, new(random, DateTimeOffset.UtcNow, isDefined: true));
                var expected = await Texts.OutcomeAsync(() => step.RunAsync(service.Query()));
                var actual = await Texts.OutcomeAsync(() => step.RunAsync(items));
                Assert.True(expected == actual, $"{seed}/{number}: {step.Text}\nservice: {expected}\nitems: {actual}");
                Assert.Equal(
                    (await service.Query().ToListAsync()).Select(Texts.WrittenOf),
                    (await items.ToListAsync()).Select(Texts.WrittenOf)
                );
            }
        }
    }

    private static async Task CompareAsync(int seed, Dictionary<string, int> kinds)
    {
        FakeTimeProvider clock = new(new DateTimeOffset(2026, 11, 2, 9, 0, 0, TimeSpan.Zero));
        var start = ProfileEmulator.Create(new() { Count = 40, Seed = seed + 1 }).Profiles;
        await using var service = await ProfileEmulator.StartAsync(
            new()
            {
                Profiles = start,
                Seed = 0,
                TimeProvider = clock,
                LogRequests = false,
            }
        );
        using ProfilesClient client = new(
            new()
            {
                BaseUrl = service.BaseUrl,
                ApiKey = "any-key",
                MaxRetries = 0,
                TimeProvider = clock,
            }
        );
        InMemoryProfiles memory = new(start, new() { TimeProvider = clock });
        Random random = new(seed);
        RandomSteps steps = new(random, clock);
        for (var number = 0; number < StepsOfRun; number++)
        {
            var step = steps.Next(service.Profiles);
            var expected = await step.OutcomeAsync(client);
            var actual = await step.OutcomeAsync(memory);
            Assert.True(expected == actual, $"{seed}/{number}: {step.Text}\nservice: {expected}\nmemory: {actual}");
            Assert.Equal(Texts.Of(service.Profiles), Texts.Of(memory.Profiles));
            Note(kinds, actual);
            clock.Advance(TimeSpan.FromMilliseconds(random.Next(5_000)));
        }
    }

    private static void Note(Dictionary<string, int> kinds, string outcome)
    {
        var name = outcome.Split(':')[0];
        var kind = name.EndsWith("Exception", StringComparison.Ordinal) ? name : "result";
        kinds[kind] = kinds.GetValueOrDefault(kind) + 1;
    }
}
