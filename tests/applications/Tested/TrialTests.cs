using FluentProfiles;
using FluentProfiles.Testing;
using Microsoft.Extensions.Time.Testing;
using Xunit;

namespace Tested;

/// <summary>Unit tests: the service in memory.</summary>
public sealed class TrialTests
{
    private static readonly DateTimeOffset Now = new(2026, 11, 28, 9, 0, 0, TimeSpan.Zero);

    private readonly FakeTimeProvider clock = new(Now);
    private readonly InMemoryProfiles profiles;
    private readonly Trials trials;

    public TrialTests()
    {
        profiles = new(
            [
                Customer("uprof_old", "trial", 31),
                Customer("uprof_new", "trial", 29),
                Customer("uprof_paid", "pro", 400),
            ],
            new() { TimeProvider = clock }
        );
        trials = new(profiles, clock);
    }

    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Fact]
    public async Task End_DeletesOldTrialsOnly()
    {
        Assert.Equal(1, await trials.EndAsync(Ct));

        Assert.Equal(["uprof_new", "uprof_paid"], profiles.Profiles.Select(p => p.Id));
    }

    [Fact]
    public async Task Start_CreatesACustomer()
    {
        var id = await trials.StartAsync("customer-1", "Ada", Ct);

        var created = await profiles.GetAsync(id, cancellationToken: Ct);
        Assert.Equal(("Ada", "trial", Now), (created.Name, created.Metadata["plan"], created.CreatedAt));
    }

    [Fact]
    public async Task Upgrade_ChangesThePlan()
    {
        Assert.True(await trials.UpgradeAsync("uprof_new", "pro", Ct));

        Assert.Equal(2, await profiles.Query().CountAsync(p => p.Metadata["plan"] == "pro", Ct));
    }

    [Fact]
    public async Task UpgradeOfNobody_IsFalse() => Assert.False(await trials.UpgradeAsync("uprof_nobody", "pro", Ct));

    private static UserProfile Customer(string id, string plan, int days) =>
        new()
        {
            Id = id,
            CreatedAt = Now.AddDays(-days),
            Metadata = new() { ["plan"] = plan },
        };
}
