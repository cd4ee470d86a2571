using System.Text.Json.Nodes;

namespace FluentProfiles.Tests.Writing.Sync.Saving;

public sealed class SavedPlanTests
{
    [Fact]
    public async Task SavedPlan_IsTheSameAndIsAppliedTheSame()
    {
        await using var service = await StartAsync();
        var plan = await PlanAsync(service);
        var path = Path.GetTempFileName();

        await plan.SaveAsync(path);
        var loaded = await SyncPlan.LoadAsync(path);

        File.Delete(path);
        Assert.Equal(plan.ToJson(), loaded.ToJson());
        Assert.Equal(plan.ToString(), loaded.ToString());
        Assert.Equal(plan.Steps.Select(step => step.ToString()), loaded.Steps.Select(step => step.ToString()));
        Assert.Equal(
            (plan.CreatedAt, plan.Rows, plan.Profiles, plan.OwnedProfiles, plan.FailedRows, plan.DuplicateKeys),
            (
                loaded.CreatedAt,
                loaded.Rows,
                loaded.Profiles,
                loaded.OwnedProfiles,
                loaded.FailedRows,
                loaded.DuplicateKeys
            )
        );
        Assert.Equal((1, 1, 1, 0, 0), (await loaded.ApplyAsync(service.Client)).Done());
        Assert.Equal(["POST uprof_000001", "POST", "DELETE uprof_000002"], service.WriteLines());
    }

    [Fact]
    public async Task TextsOfEveryKind_StayAfterSaving()
    {
        await using var service = await TestService.StartAsync(0);
        Customer[] rows = [new("quote\"\\\n\u0000é😀", "<&'\u2028>\u0001", "ü"), new("half\ud800", "x")];

        var plan = SyncPlan.Parse((await service.PlanAsync(rows)).ToJson());

        Assert.Equal(1, plan.FailedRows);
        await plan.ApplyAsync(service.Client);
        var created = Assert.Single(service.Emulator.Profiles);
        Assert.Equal(
            (rows[0].Reference, rows[0].Name, rows[0].Plan),
            (created.ExternalUserDetails.ReferenceId, created.Name, created.Metadata["plan"])
        );
    }

    [Fact]
    public async Task EveryMember_StaysAfterSaving()
    {
        await using var service = await TestService.StartAsync(0);
        NewProfile wanted = new()
        {
            Name = "Ada",
            AccessType = AccessType.Passthrough,
            Metadata = new() { ["b"] = "2", ["a"] = "1" },
            ExternalUserDetails = new()
            {
                AccountStatus = AccountStatus.Active,
                Country = "DE",
                EmailHash = "e",
                EntityType = EntityType.Business,
                NameHash = "n",
                OnboardedAt = new(2026, 1, 2, 3, 4, 5, 678, TimeSpan.FromHours(2)),
                ReferenceId = "r",
            },
        };
        Task<SyncPlan> PlanAsync() =>
            service.Client.PlanSyncAsync(["r"], row => row, p => p.ExternalUserDetails.ReferenceId, _ => wanted);

        var plan = SyncPlan.Parse((await PlanAsync()).ToJson());
        await plan.ApplyAsync(service.Client);

        Assert.Null(ProfileChanges.Between(service.Emulator.Profiles[0], wanted));
        Assert.True((await PlanAsync()).IsEmpty);
    }

    [Theory]
    [InlineData("")]
    [InlineData("null")]
    [InlineData("[]")]
    [InlineData("{}")]
    [InlineData("{\"version\":1}")]
    [InlineData("no json")]
    public void WhatIsNoPlan_IsRefused(string json)
    {
        var refused = Assert.Throws<ProfilesSyncException>(() => SyncPlan.Parse(json));

        Assert.Equal(SyncStopReason.UnreadablePlan, refused.Reason);
        Assert.StartsWith("The saved plan can't be read: ", refused.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task DamagedPlans_AreRefused()
    {
        await using var service = await StartAsync();
        var json = (await PlanAsync(service)).ToJson();
        (string Name, Action<JsonNode> Change)[] damages =
        [
            ("version", plan => plan["version"] = 2),
            ("key", plan => plan["keyMember"] = "Id"),
            ("scope", plan => plan["scope"] = null),
            ("kind", plan => plan["creates"]![0]!["kind"] = "Delete"),
            ("unknown kind", plan => plan["creates"]![0]!["kind"] = "Merge"),
            ("no key", plan => plan["updates"]![0]!["key"] = null),
            ("no id", plan => plan["updates"]![0]!["id"] = null),
            ("no hash", plan => plan["deletes"]![0]!.AsObject().Remove("seen")),
            ("no profile", plan => plan["creates"]![0]!.AsObject().Remove("profile")),
            ("wrong profile", plan => plan["creates"]![0]!["profile"] = 5),
            ("steps", plan => plan["creates"] = null),
            ("counts", plan => plan["counts"] = null),
            ("null mark", plan => plan["mark"]!["value"] = null),
            ("null duplicate", plan => plan["duplicates"]![0] = null),
            ("null rows", plan => plan["duplicates"]![0]!["rows"] = null),
            ("null failure", plan => plan["failures"]![0] = null),
            ("text for a list", plan => plan["updates"] = "x"),
            ("null step", plan => plan["creates"]![0] = null),
            ("key twice", plan => plan["creates"]!.AsArray().Add(plan["creates"]![0]!.DeepClone())),
            ("key of another kind", plan => plan["deletes"]![0]!["key"] = "c-00001"),
            ("another key", plan => plan["creates"]![0]!["profile"]!["external_user_details"]!["reference_id"] = "x"),
            ("another key of an update", plan => plan["updates"]![0]!["key"] = "x"),
            ("mistyped member", plan => plan["creates"]![0]!["profile"]!["nmae"] = "x"),
            ("number for a name", plan => plan["creates"]![0]!["profile"]!["name"] = 5),
            ("share in percent", plan => plan["maxDeletedShare"] = 50),
            ("share below 0", plan => plan["maxDeletedShare"] = -0.1),
        ];

        foreach (var (name, change) in damages)
        {
            var plan = JsonNode.Parse(json)!;
            change(plan);
            var refused = Record.Exception(() => SyncPlan.Parse(plan.ToJsonString()));
            Assert.True(
                refused is ProfilesSyncException { Reason: SyncStopReason.UnreadablePlan },
                $"{name}: {refused}"
            );
        }
    }

    [Fact]
    public async Task CutShort_IsRefused()
    {
        await using var service = await StartAsync();
        using MemoryStream saved = new();
        await (await PlanAsync(service)).SaveAsync(saved);

        for (var length = 0; length < saved.Length; length += 7)
        {
            using MemoryStream part = new(saved.ToArray(), 0, length);
            var refused = await Assert.ThrowsAsync<ProfilesSyncException>(() => SyncPlan.LoadAsync(part));
            Assert.Equal(SyncStopReason.UnreadablePlan, refused.Reason);
        }
    }

    [Fact]
    public async Task MemberTwice_IsRefused()
    {
        await using var service = await StartAsync();
        var json = (await PlanAsync(service)).ToJson();
        var twice = json.Replace("\"profile\":{", "\"profile\":{\"name\":\"x\",", StringComparison.Ordinal);

        var refused = Assert.Throws<ProfilesSyncException>(() => SyncPlan.Parse(twice));

        Assert.Equal(SyncStopReason.UnreadablePlan, refused.Reason);
    }

    [Fact]
    public async Task EditedValues_AreWritten()
    {
        await using var service = await StartAsync();
        var json = JsonNode.Parse((await PlanAsync(service)).ToJson())!;
        var profile = json["creates"]![0]!["profile"]!.AsObject();
        profile.Remove("name");
        profile["name"] = "by hand";
        json["deletes"]!.AsArray().Clear();

        Assert.Equal((1, 1, 0, 0, 0), (await SyncPlan.Parse(json.ToJsonString()).ApplyAsync(service.Client)).Done());
        Assert.Equal("by hand", service.Emulator.Profiles[0].Name);
    }

    [Fact]
    public async Task EditedValueBeyondItsLimits_FailsAlone()
    {
        await using var service = await StartAsync();
        var json = JsonNode.Parse((await PlanAsync(service)).ToJson())!;
        json["updates"]![0]!["profile"]!["name"] = new string('x', 300);

        var report = await SyncPlan
            .Parse(json.ToJsonString())
            .ApplyAsync(service.Client, new() { MaxDeletedShare = 1, Concurrency = 1 });

        Assert.Equal((1, 0, 1, 0, 1), report.Done());
        Assert.IsType<ArgumentException>(Assert.Single(report.Failures).Error);
    }

    [Fact]
    public async Task DeleteAddedByHand_ChangesNoProfileWithoutTheMark()
    {
        await using var service = await StartAsync();
        var json = JsonNode.Parse((await PlanAsync(service)).ToJson())!;
        json["deletes"]![0]!["id"] = TestProfiles.IdOf(0);

        var report = await SyncPlan.Parse(json.ToJsonString()).ApplyAsync(service.Client);

        Assert.Equal(1, report.Skipped);
        Assert.DoesNotContain(service.WriteLines(), line => line.StartsWith("DELETE", StringComparison.Ordinal));
    }

    private static Task<SyncPlan> PlanAsync(TestService service) =>
        service.PlanAsync([
            Customer.One(0),
            Customer.One(1),
            Customer.One(3),
            Customer.One(4),
            Customer.One(4),
            new("c-5", new('x', 300)),
            new(null, "x"),
        ]);

    private static Task<TestService> StartAsync() =>
        TestService.StartAsync([
            Customer.One(0).Profile(0),
            (Customer.One(1) with { Name = "old" }).Profile(1),
            Customer.One(2).Profile(2, mark: "crm"),
        ]);
}
