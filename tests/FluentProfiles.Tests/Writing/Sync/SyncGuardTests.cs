using FluentProfiles.Tests.Writing.Bulk;
using Microsoft.Extensions.Time.Testing;

namespace FluentProfiles.Tests.Writing.Sync;

public sealed class SyncGuardTests
{
    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task RowsWithoutAnyKey_AreRefusedBeforeAnythingIsSent(bool hasKeylessRows)
    {
        await using var service = await TestService.StartAsync([Customer.One(1).Profile(1, mark: "crm")]);
        Customer[] rows = hasKeylessRows ? [new(null, "x"), new("", "y")] : [];

        var refused = await Assert.ThrowsAsync<ProfilesSyncException>(() => service.SyncAsync(rows));

        Assert.Equal(SyncStopReason.EmptyRows, refused.Reason);
        Assert.Contains("AllowEmptyRows", refused.Message, StringComparison.Ordinal);
        Assert.Empty(service.Requests);
        var options = SyncCalls.Owning;
        options.AllowEmptyRows = true;
        Assert.Equal((0, 0, 1, 0, 0), (await service.SyncAsync(rows, options)).Done());
    }

    [Theory]
    [InlineData(1, null, false)]
    [InlineData(2, null, true)]
    [InlineData(2, 0.01, false)]
    [InlineData(1, 0.0, true)]
    [InlineData(0, 0.0, false)]
    public async Task DeletedShare_StopsBeforeAnythingIsWritten(int deleted, double? share, bool isRefused)
    {
        await using var service = await TestService.StartAsync([
            .. Enumerable.Range(0, 200).Select(i => Customer.One(i).Profile(i, mark: "crm")),
            // Profiles without the mark don't count.
            .. Enumerable.Range(200, 800).Select(i => Customer.One(i).Profile(i)),
        ]);
        var options = SyncCalls.Owning;
        options.MaxDeletedShare = share;
        Customer[] rows = [.. Customer.Many(200).Skip(deleted), Customer.One(5000)];

        if (!isRefused)
        {
            Assert.Equal((1, 0, deleted, 0, 0), (await service.SyncAsync(rows, options)).Done());
            return;
        }
        var refused = await Assert.ThrowsAsync<ProfilesSyncException>(() => service.SyncAsync(rows, options));

        Assert.Equal(SyncStopReason.TooManyDeletes, refused.Reason);
        Assert.Equal(deleted, refused.Plan!.Deletes);
        Assert.Contains($"deletes {deleted} of 200 profiles", refused.Message, StringComparison.Ordinal);
        Assert.Empty(service.WriteLines());
        await refused.Plan.ApplyAsync(service.Client, new() { MaxDeletedShare = 1 });
        Assert.Equal(deleted + 1, service.WriteLines().Count());
    }

    [Fact]
    public async Task StopOnDuplicates_StopsBeforeAnythingIsWritten()
    {
        await using var service = await TestService.StartAsync(0);
        var options = SyncCalls.Owning;
        options.StopOnDuplicates = true;
        Customer[] rows = [Customer.One(1), Customer.One(2), Customer.One(1)];

        var refused = await Assert.ThrowsAsync<ProfilesSyncException>(() => service.SyncAsync(rows, options));

        Assert.Equal(SyncStopReason.Duplicates, refused.Reason);
        Assert.Equal([1, 3], Assert.Single(refused.Plan!.Duplicates).Rows);
        Assert.DoesNotContain("c-00001", refused.Message, StringComparison.Ordinal);
        Assert.Empty(service.WriteLines());
    }

    [Fact]
    public async Task PlanOfAnotherScope_IsRefusedBeforeAnythingIsSent()
    {
        await using var service = await TestService.StartAsync(0);
        await using var other = await TestService.StartAsync(0);
        await using var workspace = await TestService.StartAsync([], null, o => o.WorkspaceId = "wrkspc_b");
        var plan = await service.PlanAsync(Customer.Many(1));
        using ProfilesClient ofShape = new(
            new()
            {
                BaseUrl = service.Emulator.BaseUrl,
                ApiKey = TestService.Key,
                Betas = [AnthropicBeta.UserProfiles2026_09_04],
            }
        );
        using ProfilesClient ofWorkspace = new(
            new()
            {
                BaseUrl = service.Emulator.BaseUrl,
                ApiKey = TestService.Key,
                WorkspaceId = "wrkspc_b",
            }
        );
        service.Emulator.ClearRequests();

        foreach (
            var (client, difference) in new[]
            {
                (other.Client, other.Emulator.BaseUrl),
                (ofWorkspace, "wrkspc_b"),
                (ofShape, "V2026_09_04"),
            }
        )
        {
            var refused = await Assert.ThrowsAsync<ProfilesSyncException>(() => plan.ApplyAsync(client));
            Assert.Equal(SyncStopReason.OtherScope, refused.Reason);
            Assert.Contains(difference, refused.Message, StringComparison.Ordinal);
        }
        Assert.Empty(service.Requests);
        Assert.Empty(other.Requests);
    }

    [Fact]
    public async Task PlanOfAWorkspaceOfTheQuery_IsRefusedInAnother()
    {
        await using var service = await TestService.StartAsync(0);
        WorkspaceClient one = new(service.Client, "wrkspc_a");
        var plan = await one.PlanSyncAsync(
            Customer.Many(1),
            row => row.Reference,
            p => p.ExternalUserDetails.ReferenceId,
            Customer.Map
        );

        foreach (var other in new IProfilesClient[] { service.Client, new WorkspaceClient(service.Client, "wrkspc_b") })
        {
            var refused = await Assert.ThrowsAsync<ProfilesSyncException>(() => plan.ApplyAsync(other));
            Assert.Equal(SyncStopReason.OtherScope, refused.Reason);
            Assert.Contains("wrkspc_a", refused.Message, StringComparison.Ordinal);
        }
        Assert.Empty(service.Writes());
        Assert.Equal((1, 0, 0, 0, 0), (await plan.ApplyAsync(one)).Done());
    }

    [Theory]
    [InlineData(6.9, null, false)]
    [InlineData(7, null, true)]
    [InlineData(0.5, 0.5, true)]
    [InlineData(400, -1.0, false)]
    [InlineData(-1, null, true)]
    public async Task OldPlan_IsRefusedBeforeAnythingIsSent(double days, double? most, bool isRefused)
    {
        FakeTimeProvider clock = new(TestProfiles.Start);
        await using var service = await TestService.StartAsync(
            [],
            null,
            options =>
            {
                options.TimeProvider = clock;
                options.AttemptTimeout = Timeout.InfiniteTimeSpan;
                options.TotalTimeout = Timeout.InfiniteTimeSpan;
            }
        );
        if (days < 0)
            clock.Advance(TimeSpan.FromDays(-days));
        var plan = SyncPlan.Parse((await service.PlanAsync(Customer.Many(1))).ToJson());
        SyncApplyOptions options = new();
        if (most is { } limit)
            options.MaxPlanAge = limit < 0 ? Timeout.InfiniteTimeSpan : TimeSpan.FromDays(limit);
        using var client = new ProfilesClient(
            new()
            {
                BaseUrl = service.Emulator.BaseUrl,
                ApiKey = TestService.Key,
                TimeProvider = new FakeTimeProvider(plan.CreatedAt + TimeSpan.FromDays(days)),
                AttemptTimeout = Timeout.InfiniteTimeSpan,
                TotalTimeout = Timeout.InfiniteTimeSpan,
            }
        );
        service.Emulator.ClearRequests();

        if (!isRefused)
        {
            Assert.Equal((1, 0, 0, 0, 0), (await plan.ApplyAsync(client, options)).Done());
            return;
        }
        var refused = await Assert.ThrowsAsync<ProfilesSyncException>(() => plan.ApplyAsync(client, options));
        Assert.Equal(SyncStopReason.TooOld, refused.Reason);
        Assert.Empty(service.Requests);
    }

    [Fact]
    public async Task ContradictingOptions_AreRefusedByName()
    {
        await using var service = await TestService.StartAsync(1);
        async Task<string> RefusedAsync(SyncOptions options) =>
            (
                await Assert.ThrowsAsync<ArgumentException>(() =>
                    service.Client.PlanSyncAsync(
                        Customer.Many(1),
                        row => row.Reference,
                        p => p.Metadata["ref"],
                        Customer.Map,
                        options
                    )
                )
            ).Message;

        Assert.StartsWith(
            "AllowDeletes needs OwnershipKey",
            await RefusedAsync(new() { AllowDeletes = true }),
            StringComparison.Ordinal
        );
        Assert.StartsWith(
            "AdoptExisting needs OwnershipKey",
            await RefusedAsync(new() { AdoptExisting = true }),
            StringComparison.Ordinal
        );
        Assert.StartsWith(
            "OwnershipKey and the key of the rows are the same pair of metadata, Metadata[\"ref\"].",
            await RefusedAsync(new() { OwnershipKey = "ref" }),
            StringComparison.Ordinal
        );
        Assert.Empty(service.Requests);
    }

    [Fact]
    public void ValuesOutOfRange_ThrowWithTheirName()
    {
        Assert.Throws<ArgumentException>(nameof(SyncOptions.OwnershipKey), () => new SyncOptions { OwnershipKey = "" });
        Assert.Throws<ArgumentException>(
            nameof(SyncOptions.OwnershipKey),
            () => new SyncOptions { OwnershipKey = new('x', 65) }
        );
        Assert.Throws<ArgumentException>(
            nameof(SyncOptions.OwnershipValue),
            () => new SyncOptions { OwnershipValue = "" }
        );
        foreach (var share in new[] { -0.1, 1.1, double.NaN })
            Assert.Throws<ArgumentOutOfRangeException>(
                nameof(SyncOptions.MaxDeletedShare),
                () => new SyncOptions { MaxDeletedShare = share }
            );
        Assert.Throws<ArgumentOutOfRangeException>(
            nameof(SyncOptions.MaxPlanAge),
            () => new SyncApplyOptions { MaxPlanAge = TimeSpan.Zero }
        );
        Assert.Throws<ArgumentOutOfRangeException>(
            nameof(SyncOptions.MaxRequests),
            () => new SyncOptions { MaxRequests = 0 }
        );
        Assert.Throws<ArgumentOutOfRangeException>(
            nameof(SyncOptions.MaxRequestsPerSecond),
            () => new SyncOptions { MaxRequestsPerSecond = 0 }
        );
    }

    [Fact]
    public async Task KeysThatNoCreateSets_AreRefusedBeforeAnythingIsSent()
    {
        await using var service = await TestService.StartAsync(1);
        var client = service.Client;
        Task<SyncPlan> PlanAsync(System.Linq.Expressions.Expression<Func<UserProfile, string?>> key) =>
            client.PlanSyncAsync(Customer.Many(1), row => row.Reference, key, Customer.Map);

        foreach (
            var key in new System.Linq.Expressions.Expression<Func<UserProfile, string?>>[]
            {
                p => p.Id,
                p => p.Type,
                p => p.ExternalUserDetails.ReferenceId!.ToLower(),
                p => p.Metadata[p.Id],
                p => p.Programs.Cyber!.ToString(),
                p => "constant",
            }
        )
        {
            var refused = await Assert.ThrowsAsync<UnsupportedQueryException>(() => PlanAsync(key));
            Assert.Contains("can't be the key of a sync", refused.Message, StringComparison.Ordinal);
        }
        // The current shape has no external_id, so that every profile would seem to have no key.
        await Assert.ThrowsAsync<ProfilesConfigurationException>(() => PlanAsync(p => p.ExternalId));
        Assert.Empty(service.Requests);
    }

    [Fact]
    public async Task NullArguments_Throw()
    {
        await using var service = await TestService.StartAsync(0);
        var client = service.Client;

        await Assert.ThrowsAsync<ArgumentNullException>(
            "rows",
            () => client.SyncAsync((IEnumerable<Customer>)null!, r => r.Reference, p => p.Name, Customer.Map)
        );
        await Assert.ThrowsAsync<ArgumentNullException>(
            "rows",
            () => client.SyncAsync((IAsyncEnumerable<Customer>)null!, r => r.Reference, p => p.Name, Customer.Map)
        );
        await Assert.ThrowsAsync<ArgumentNullException>(
            "rowKey",
            () => client.SyncAsync<Customer>([], null!, p => p.Name, Customer.Map)
        );
        await Assert.ThrowsAsync<ArgumentNullException>(
            "profileKey",
            () => client.SyncAsync<Customer>([], r => r.Reference, null!, Customer.Map)
        );
        await Assert.ThrowsAsync<ArgumentNullException>(
            "map",
            () => client.SyncAsync<Customer>([], r => r.Reference, p => p.Name, null!)
        );
    }
}
