using FluentProfiles.Emulator;
using Microsoft.Extensions.DependencyInjection;

namespace FluentProfiles.Tests.Docs.Costs;

/// <summary>The patterns of docs/what-a-day-costs.md and their requests.</summary>
internal static class DayCosts
{
    /// <summary>How many customers the page assumes.</summary>
    public const int Count = 100_000;

    /// <summary>The table of the page. Measured once for all tests, since that takes some thousand requests.</summary>
    public static Lazy<string> Table { get; } = new(() => MeasureAsync().GetAwaiter().GetResult());

    /// <summary>Each pattern with the times that it runs a day.</summary>
    public static IReadOnlyList<(PricedCall Call, int Runs)> Of(ProfilesClient client)
    {
        var (id, reference, token) = (MinuteCustomers.IdOf(7), MinuteCustomers.ReferenceOf(Count / 2), (string?)null);
        EnforcementStatus[] stopped = [EnforcementStatus.Restricted, EnforcementStatus.Banned];
        BulkWriteOptions verify = new() { VerifyEach = true };
        var rows = Enumerable
            .Range(0, Count + 100)
            .Select(n => new SourceRow(
                MinuteCustomers.ReferenceOf(n),
                n % 200 == 1 ? "changed" : MinuteCustomers.Plan(n)
            ));
        return
        [
            (PricedCall.Of("a page of an admin UI", () => client.Query().ToPageAsync(20, token)), 5_000),
            (PricedCall.Of("the page of a customer whose profile id you keep", () => client.GetAsync(id)), 5_000),
            (
                PricedCall.Of(
                    "the same page, if you keep the reference only",
                    () => client.Query().FirstOrDefaultAsync(p => p.ExternalUserDetails.ReferenceId == reference)
                ),
                5_000
            ),
            (
                HealthDay.Of(
                    "a health check, probed every ten seconds, on twenty instances",
                    client,
                    services => services.AddHealthChecks().AddFluentProfiles()
                ),
                20
            ),
            (PricedCall.Of("a refresh for each webhook", () => client.GetAsync(id)), 300),
            (
                PricedCall.Of(
                    "the statuses every five minutes, without webhooks",
                    () => client.Query().Where(p => stopped.Contains(p.EnforcementStatus)).ToListAsync()
                ),
                24 * 60 / 5
            ),
            (
                PricedCall.Of(
                    "a nightly sync: 500 of 100,000 rows have changed, 100 are new",
                    () =>
                        client.SyncAsync(
                            rows,
                            row => row.Reference,
                            p => p.ExternalUserDetails.ReferenceId,
                            row => row.ToProfile()
                        )
                ),
                1
            ),
            (PricedCall.Of("a nightly export", () => client.Query().ForEachAsync(WriteAsync)), 1),
            (
                PricedCall.Of(
                    "a bulk write of 2,000 profiles",
                    () =>
                        client
                            .Query()
                            .Where(p => p.Metadata["plan"] == "team")
                            .ExecuteUpdateAsync(c => c.SetMetadata("plan", "business"), verify)
                ),
                1
            ),
        ];
    }

    private static ValueTask WriteAsync(UserProfile profile, CancellationToken cancellationToken) => default;

    private static async Task<string> MeasureAsync()
    {
        UserProfile[] profiles = [.. Enumerable.Range(0, Count).Select(number => MinuteCustomers.One(number, Count))];
        List<string> rows =
        [
            TableRow.Of(["pattern", "a run", "requests a run", "runs a day", "requests a day"]),
            "| --- | --- | ---: | ---: | ---: |",
        ];
        for (var row = 0; row < Of(null!).Count; row++)
        {
            var service = ProfileEmulator.Create(new() { Profiles = profiles });
            using ProfilesClient client = new(
                new() { ApiKey = TestService.Key, BaseUrl = service.BaseUrl },
                new HttpClient(service.CreateHandler())
            );
            var (call, runs) = Of(client)[row];
            await call.RunAsync();
            var requests = service.Requests.Count;
            rows.Add(TableRow.Of([call.Purpose, $"`{call.Code}`", requests, runs, requests * runs]));
        }
        return string.Join('\n', rows);
    }

    private sealed record SourceRow(string Reference, string Plan)
    {
        public NewProfile ToProfile() =>
            new()
            {
                Metadata = new() { ["plan"] = Plan },
                ExternalUserDetails = new() { ReferenceId = Reference },
            };
    }
}
