using FluentProfiles.Tests.Writing.Bulk;

namespace FluentProfiles.Tests.Writing.Sync.Planning;

public sealed class PlanSyncTests
{
    private static readonly Customer Ada = new("c-ada", "Ada", "pro");
    private static readonly Customer Bob = new("c-bob", "Bob", "free");
    private static readonly Customer Eve = new("c-eve", "Eve", "pro");

    [Fact]
    public async Task RowsAndProfiles_ArePlannedByWhatDiffersAndNothingIsWritten()
    {
        await using var service = await TestService.StartAsync([
            Ada.Profile(1),
            (Bob with { Name = "Bobby", Plan = "trial" }).Profile(2),
            Eve.Profile(3, mark: "crm"),
        ]);

        var plan = await service.PlanAsync([Ada, Bob, new("c-new", "New")]);

        Assert.Equal((1, 1, 1), plan.Steps());
        Assert.Equal(
            (3, 3, 1, 1, 0),
            (plan.Rows, plan.Profiles, plan.Unchanged, plan.OwnedProfiles, plan.ProfilesWithoutRow)
        );
        Assert.Equal(
            [
                "Update c-bob uprof_000002: Name \"Bobby\" → \"Bob\", Metadata[\"plan\"] \"trial\" → \"free\"",
                "Create c-new: Name nothing → \"New\", ExternalUserDetails.ReferenceId nothing → \"c-new\", Metadata[\"sync\"] nothing → \"crm\"",
                "Delete c-eve uprof_000003",
            ],
            plan.Steps.Select(step => step.ToString())
        );
        Assert.Equal(["GET /v1/user_profiles?limit=100"], service.Requests);
        Assert.StartsWith(
            "3 rows, 3 profiles: 1 to create, 1 to update, 1 to delete, 1 unchanged, 0 without a row"
                + Environment.NewLine
                + "  Update c-bob",
            plan.ToString(),
            StringComparison.Ordinal
        );
    }

    [Fact]
    public async Task AsyncRows_AreReadToTheirEndBeforeTheFirstRequest()
    {
        await using var service = await TestService.StartAsync(250);
        var seen = -1;
        async IAsyncEnumerable<Customer> Rows()
        {
            yield return Ada;
            await Task.Yield();
            yield return Bob;
            seen = service.Requests.Count;
        }

        var plan = await service.Client.PlanSyncAsync(
            Rows(),
            row => row.Reference,
            p => p.ExternalUserDetails.ReferenceId,
            Customer.Map
        );

        Assert.Equal(0, seen);
        Assert.Equal((2, 0, 0), plan.Steps());
        Assert.Equal(250, plan.ProfilesWithoutRow);
        Assert.Equal(3, service.Requests.Count);
    }

    [Fact]
    public async Task Keys_AreComparedOrdinally()
    {
        await using var service = await TestService.StartAsync([
            new Customer("ABC", "x").Profile(1),
            new Customer("e\u0301", "x").Profile(2),
            new Customer(" d", "x").Profile(3),
        ]);

        var plan = await service.PlanAsync([new("abc", "x"), new("\u00e9", "x"), new("d", "x"), new("ABC", "x")]);

        Assert.Equal((3, 0, 0), plan.Steps());
        Assert.Equal((1, 2), (plan.Unchanged, plan.ProfilesWithoutRow));
    }

    [Fact]
    public async Task NullAndBlankKeys_AreCountedAndLeftOut()
    {
        await using var service = await TestService.StartAsync([
            new Customer(null, "x").Profile(1, mark: "crm"),
            new Customer("  ", "x").Profile(2, mark: "crm"),
            Ada.Profile(3),
        ]);

        var plan = await service.PlanAsync([Ada, new(null, "a"), new("", "b"), new(" \t", "c")]);

        Assert.True(plan.IsEmpty);
        Assert.Equal((3, 2, 1), (plan.RowsWithoutKey, plan.ProfilesWithoutKey, plan.Unchanged));
        Assert.Contains("3 rows without a key, 2 profiles without a key", plan.ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task DuplicatesOfEitherSide_AreNamedAndNeverWritten()
    {
        await using var service = await TestService.StartAsync([
            new Customer("c-1", "old").Profile(1),
            new Customer("c-2", "old").Profile(2),
            new Customer("c-2", "old").Profile(3),
            new Customer("c-3", "old").Profile(4, mark: "crm"),
            new Customer("c-3", "old").Profile(5, mark: "crm"),
            new Customer("c-4", "old").Profile(6),
            new Customer("c-4", "old").Profile(7),
            new Customer("c-5", "old").Profile(8, mark: "crm"),
        ]);

        // 1: two rows and a profile; 2: a row and two profiles; 3: two profiles; 4: two and two; 5 would be deleted; 6: three rows.
        var plan = await service.PlanAsync([
            new("c-1", "a"),
            new("c-2", "b"),
            new("c-1", "c"),
            new("c-4", "d"),
            new("c-4", "e"),
            new("c-6", "f"),
            new("c-6", "g"),
            new("c-6", "h"),
        ]);

        Assert.Equal((0, 0, 1), plan.Steps());
        Assert.Equal((5, 8, 7), (plan.DuplicateKeys, plan.DuplicateRows, plan.DuplicateProfiles));
        Assert.Equal(
            [
                "c-1: rows 1, 3; profiles uprof_000001",
                "c-2: rows 2; profiles uprof_000003, uprof_000002",
                "c-3: rows ; profiles uprof_000005, uprof_000004",
                "c-4: rows 4, 5; profiles uprof_000007, uprof_000006",
                "c-6: rows 6, 7, 8; profiles ",
            ],
            plan.Duplicates.Select(duplicate => duplicate.ToString()).Order(StringComparer.Ordinal)
        );
    }

    [Fact]
    public async Task RowsThatCantBeWritten_AreNamedAndTheirProfilesLeft()
    {
        await using var service = await TestService.StartAsync([
            Ada.Profile(1, mark: "crm"),
            Bob.Profile(2, mark: "crm"),
        ]);
        NewProfile Map(Customer row) =>
            row.Name switch
            {
                "throws" => throw new InvalidDataException("no such plan"),
                "null" => null!,
                "other key" => Customer.Map(row with { Reference = "c-other" }),
                "no key" => new() { Name = "x" },
                "marked" => new()
                {
                    Metadata = new() { ["sync"] = "crm" },
                    ExternalUserDetails = new() { ReferenceId = row.Reference },
                },
                "full" => new()
                {
                    Metadata = new(Enumerable.Range(0, 16).Select(i => KeyValuePair.Create($"k{i}", "v"))),
                    ExternalUserDetails = new() { ReferenceId = row.Reference },
                },
                _ => Customer.Map(row),
            };

        var plan = await service.Client.PlanSyncAsync(
            [
                Ada with
                {
                    Name = "throws",
                },
                Bob with
                {
                    Name = "null",
                },
                new("c-3", "other key"),
                new("c-4", "no key"),
                new("c-5", "marked"),
                new("c-6", new string('x', 256)),
                new("c-7\ud800", "half"),
                new("c-8", "full"),
            ],
            row => row.Reference,
            p => p.ExternalUserDetails.ReferenceId,
            Map,
            SyncCalls.Owning
        );

        Assert.True(plan.IsEmpty);
        Assert.Equal(8, plan.FailedRows);
        (long Row, string Key, string Reason)[] expected =
        [
            (1, "c-ada", "no such plan"),
            (2, "c-bob", "map returned null"),
            (3, "c-3", "map sets ExternalUserDetails.ReferenceId to another value"),
            (4, "c-4", "map sets ExternalUserDetails.ReferenceId to another value"),
            (5, "c-5", "map sets Metadata[\"sync\"]"),
            (6, "c-6", "Name has 256 characters"),
            (7, "c-7\ufffd", "ExternalUserDetails.ReferenceId has half of a surrogate pair"),
            (8, "c-8", "Metadata has 17 pairs"),
        ];
        Assert.All(
            expected.Zip(plan.Failures),
            pair =>
            {
                Assert.Equal((pair.First.Row, pair.First.Key), (pair.Second.Row, pair.Second.Key));
                Assert.StartsWith(pair.First.Reason, pair.Second.Reason, StringComparison.Ordinal);
            }
        );
    }

    [Fact]
    public async Task ProfilesWithoutRowAndDeletes_AreLeft()
    {
        await using var service = await TestService.StartAsync([Ada.Profile(1, mark: "crm"), Bob.Profile(2)]);

        var plan = await service.PlanAsync([Eve], new() { OwnershipKey = "sync", OwnershipValue = "crm" });

        Assert.Equal((1, 0, 0), plan.Steps());
        Assert.Equal(2, plan.ProfilesWithoutRow);
    }

    [Fact]
    public async Task ProfilesWithoutTheMark_AreNeverDeleted()
    {
        await using var service = await TestService.StartAsync([
            Ada.Profile(1),
            Bob.Profile(2, mark: "another sync"),
            Eve.Profile(3, mark: "crm"),
        ]);

        var report = await service.SyncAsync([new("c-new", "New")]);

        Assert.Equal((1, 0, 1, 0, 0), report.Done());
        Assert.Equal(["POST", "DELETE uprof_000003"], service.WriteLines());
        Assert.Equal(2, report.Plan.ProfilesWithoutRow);
    }

    [Fact]
    public async Task AdoptExisting_SetsTheMarkOfProfilesWithARow()
    {
        await using var service = await TestService.StartAsync([Ada.Profile(1), Bob.Profile(2)]);
        var options = SyncCalls.Owning;
        options.AdoptExisting = true;

        Assert.Equal((0, 1, 0, 0, 0), (await service.SyncAsync([Ada], options)).Done());
        Assert.Equal("""{"metadata":{"sync":"crm"}}""", service.Writes().Single().Body);
        Assert.Equal((1, 0, 1, 0, 0), (await service.SyncAsync([Eve], options)).Done());

        Assert.Equal("Bob,Eve", string.Join(',', service.Emulator.Profiles.Select(p => p.Name).Order()));
    }

    [Fact]
    public async Task AdoptExisting_LeavesTheMarkOfAnotherSync()
    {
        await using var service = await TestService.StartAsync([Ada.Profile(1, mark: "other"), Bob.Profile(2)]);
        var options = SyncCalls.Owning;
        options.AdoptExisting = true;

        var plan = await service.PlanAsync([Ada, Bob], options);

        Assert.Equal((0, 1, 0), plan.Steps());
        Assert.Equal("Bob", service.Emulator.Profiles.Single(p => p.Id == plan.Steps.Single().Id).Name);
    }

    [Fact]
    public async Task MatchedProfilesWithoutAdoption_KeepTheirMetadata()
    {
        await using var service = await TestService.StartAsync([Ada.Profile(1), Bob.Profile(2, mark: "crm")]);

        var report = await service.SyncAsync([Ada with { Plan = "team" }, Bob with { Plan = "team" }]);

        Assert.Equal((0, 2, 0, 0, 0), report.Done());
        Assert.All(service.Writes(), write => Assert.Equal("""{"metadata":{"plan":"team"}}""", write.Body));
        Assert.Equal(
            ["note=n1,plan=team", "note=n2,plan=team,sync=crm"],
            service
                .Emulator.Profiles.Select(p => string.Join(',', p.Metadata.Select(m => $"{m.Key}={m.Value}").Order()))
                .Order()
        );
    }

    [Fact]
    public async Task KeyInMetadata_IsNamedByAConstantOrAVariable()
    {
        await using var service = await TestService.StartAsync([
            new()
            {
                Id = "uprof_1",
                Name = "old",
                Metadata = new() { ["crm-id"] = "7" },
            },
        ]);
        var key = "crm-id";

        var plan = await service.Client.PlanSyncAsync(
            [7, 8],
            row => $"{row}",
            p => p.Metadata[key],
            row =>
                new()
                {
                    Name = $"n{row}",
                    Metadata = new() { [key] = $"{row}" },
                }
        );

        Assert.Equal((1, 1, 0), plan.Steps());
    }
}
