using System.Text.Json;
using FluentProfiles.Emulator;
using FluentProfiles.Tests.KilledConsumer;
using FluentProfiles.Tests.Writing.Bulk;

namespace FluentProfiles.Tests.Reliability;

/// <summary>A process that syncs rows with profiles, while the service refuses or loses one request in twenty, is killed three
/// times at a random moment (SIGKILL) and started anew. <c>FLUENTPROFILES_SYNC_ROWS</c> sets how many rows and profiles there
/// are.</summary>
[Collection(AloneCollection.Name)]
public sealed class KilledSyncTests
{
    private const int Kills = 3;

    private readonly Random random = new(20261128);

    [Fact]
    public async Task KilledThreeTimesUnderFaults_EndsAsWantedAndWritesNoMoreThanNeeded()
    {
        var count = Scale.Of("FLUENTPROFILES_SYNC_ROWS", 500);
        await using var service = await StartAsync(count);
        KilledProcess consumer = new(random, lost: 0.01);
        Task<bool> RunAsync(int? requests) =>
            consumer.RunAsync(
                service,
                requests,
                service.Emulator.BaseUrl,
                Customers.Command,
                count.ToString(System.Globalization.CultureInfo.InvariantCulture)
            );

        for (var kill = 0; kill < Kills; kill++)
            // The last run needs at least a seventh of the requests, so that each of these is killed.
            Assert.True(await RunAsync(random.Next(count / 100, count / 10)));
        // A create that was lost twice, or an update whose retries were spent, is left to the next run.
        for (var run = 0; await RunAsync(requests: null); run++)
            Assert.True(run < 5);

        Assert.Equal(
            Customers.Wanted(count),
            service
                .Emulator.Profiles.Select(profile => (profile.ExternalUserDetails.ReferenceId, profile.Name))
                .OrderBy(profile => profile.ReferenceId, StringComparer.Ordinal)
        );
        Assert.All(service.Writes().GroupBy(TargetOf), AssertNoMoreThanNeeded);
        service.Emulator.ClearRequests();
        Assert.False(await RunAsync(requests: null));
        Assert.Empty(service.Writes());
    }

    /// <summary>A profile is written once, and once more for each answer that was a refusal or lost.</summary>
    private static void AssertNoMoreThanNeeded(IEnumerable<EmulatorRequest> writes)
    {
        var statuses = writes.Select(write => write.Status).ToList();
        Assert.True(statuses.Count(status => status is not (0 or 429 or 529)) <= 1, string.Join(", ", statuses));
    }

    /// <summary>The profile that a write is about: its path, or the key of a create.</summary>
    private static string TargetOf(EmulatorRequest write)
    {
        if (write.PathAndQuery != "/v1/user_profiles")
            return write.PathAndQuery;
        using var body = JsonDocument.Parse(write.Body);
        return body.RootElement.GetProperty("external_user_details").GetProperty("reference_id").GetString()!;
    }

    private static Task<TestService> StartAsync(int count) =>
        TestService.StartAsync(
            [.. Customers.Profiles(count)],
            options =>
                options.Faults = new()
                {
                    Seed = 1,
                    Statuses = new Dictionary<int, double> { [429] = 0.015, [529] = 0.015 },
                    RefusalHeaders = new Dictionary<string, string> { ["retry-after-ms"] = "10" },
                    ResetBefore = 0.01,
                }
        );
}
