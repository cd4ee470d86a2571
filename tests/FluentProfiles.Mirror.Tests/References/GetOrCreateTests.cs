using FluentProfiles.Emulator;
using FluentProfiles.Mirror.Tests.Databases;
using FluentProfiles.Tests;

namespace FluentProfiles.Mirror.Tests.References;

public sealed class GetOrCreateTests
{
    private const string List = "/v1/user_profiles?limit=100";
    private const string Create = "/v1/user_profiles";

    [Theory]
    [OnSqlite]
    [OnPostgres]
    public async Task AnUnknownReference_TakesALookAndACreate(DatabaseKind kind)
    {
        await using var service = await ReadyService.StartAsync(kind);

        var made = await service.Mirror.GetOrCreateAsync("customer-1", () => new() { Name = "Ada" });

        Assert.Equal([List, Create], service.Requests);
        Assert.Equal((true, 0), (made.WasCreated, made.Duplicates));
        Assert.Equal([made.Id], service.IdsOf("customer-1"));
        Assert.Equal("Ada", service.Emulator.Profiles[0].Name);
        await service.AssertIsSameAsync();
        Assert.Empty(await service.Mirror.UnresolvedClaimsAsync());
    }

    [Theory]
    [OnSqlite]
    [OnPostgres]
    public async Task AKnownReference_SendsNothing(DatabaseKind kind)
    {
        await using var service = await ReadyService.StartAsync(kind);
        var made = await service.Mirror.GetOrCreateAsync("customer-1", () => new());
        service.Emulator.ClearRequests();

        var fromPass = await service.Mirror.GetOrCreateAsync("user-7", Never);
        var again = await service.Mirror.GetOrCreateAsync("customer-1", Never);
        var fromMemory = await service.Mirror.GetOrCreateAsync("customer-1", Never);

        Assert.Equal(TestProfiles.IdOf(7), fromPass.Id);
        Assert.Equal((made.Id, false), (again.Id, again.WasCreated));
        Assert.Equal(again, fromMemory);
        Assert.Empty(service.Requests);
    }

    [Theory]
    [OnSqlite]
    [OnPostgres]
    public async Task AThousandCallersOfOneReference_SendOneCreate(DatabaseKind kind)
    {
        await using var service = await ReadyService.StartAsync(kind);

        var all = await Task.WhenAll(
            Enumerable.Range(0, 1000).Select(_ => service.Mirror.GetOrCreateAsync("customer-1", () => new()).AsTask())
        );

        Assert.Equal(1, service.Creates());
        Assert.Single(all.Select(found => found.Id).Distinct());
        Assert.Single(all, found => found.WasCreated);
    }

    [Theory]
    [OnSqlite]
    [OnPostgres]
    public async Task TwoMirrorsOfOneDatabase_SendOneCreateForEachReference(DatabaseKind kind)
    {
        await using var service = await ReadyService.StartAsync(kind);
        await using var other = await service.OpenAnotherAsync(options => options.ReferenceTimes = ReadyService.Short);
        ProfileMirror[] mirrors = [service.Mirror, other];

        var all = await Task.WhenAll(
            Enumerable
                .Range(0, 40)
                .Select(i => mirrors[i % 2].GetOrCreateAsync($"customer-{i / 4}", () => new()).AsTask())
        );

        Assert.Equal(10, service.Creates());
        Assert.Equal(10, all.Count(found => found.WasCreated));
        Assert.All(all, found => Assert.Equal([found.Id], service.IdsOf(found.Reference)));
    }

    [Theory]
    [OnSqlite]
    [OnPostgres]
    public async Task AProfileThatWasCreatedInAnotherWay_IsFoundByTheLook(DatabaseKind kind)
    {
        await using var service = await ReadyService.StartAsync(kind);
        var added = service.Emulator.Add(
            new()
            {
                CreatedAt = DateTimeOffset.UtcNow,
                UpdatedAt = DateTimeOffset.UtcNow,
                ExternalUserDetails = new() { ReferenceId = "customer-1" },
            }
        );

        var found = await service.Mirror.GetOrCreateAsync("customer-1", Never);

        Assert.Equal([List], service.Requests);
        Assert.Equal((added.Id, false), (found.Id, found.WasCreated));
        await service.AssertIsSameAsync();
    }

    [Theory]
    [OnSqlite]
    [OnPostgres]
    public async Task ARefusedCreate_ThrowsToAllAndLeavesNoClaim(DatabaseKind kind)
    {
        await using var service = await ReadyService.StartAsync(kind);
        service.Emulator.Intercept = request =>
            request.Method == "POST" ? EmulatorResponse.Error(403, "permission_error", "No.") : null;

        var all = Enumerable
            .Range(0, 3)
            .Select(_ => service.Mirror.GetOrCreateAsync("customer-1", () => new()).AsTask())
            .ToArray();
        foreach (var call in all)
            await Assert.ThrowsAsync<ProfilesPermissionException>(() => call);
        service.LoseNoMore();

        Assert.True((await service.Mirror.GetOrCreateAsync("customer-1", () => new())).WasCreated);
        Assert.Single(service.IdsOf("customer-1"));
    }

    [Theory]
    [OnSqlite]
    public async Task OneCallerThatCancels_LeavesTheOthersTheirProfile(DatabaseKind kind)
    {
        await using var service = await ReadyService.StartAsync(kind);
        using var cancelled = new CancellationTokenSource();
        TaskCompletionSource go = new();
        service.Emulator.BeforeResponse = (request, _) => request.Method == "GET" ? go.Task : Task.CompletedTask;

        var first = service.Mirror.GetOrCreateAsync("customer-1", Never, cancelled.Token).AsTask();
        var second = service.Mirror.GetOrCreateAsync("customer-1", () => new()).AsTask();
        await ReadyService.UntilAsync(() => service.Emulator.Requests.Count == 1);
        await cancelled.CancelAsync();
        await Assert.ThrowsAsync<OperationCanceledException>(() => first);
        go.SetResult();

        Assert.True((await second).WasCreated);
        Assert.Equal(1, service.Creates());
    }

    [Theory]
    [OnSqlite]
    public async Task ACallerThatCancelsDuringItsCreate_LeavesWasCreatedToAnother(DatabaseKind kind)
    {
        await using var service = await ReadyService.StartAsync(
            kind,
            options => options.ReferenceTimes = ReadyService.Short with { Trust = TimeSpan.FromMinutes(10) }
        );
        // From now on, calls do not wait for the feed of changes before they join.
        await service.Mirror.FindAsync("user-7");
        using var cancelled = new CancellationTokenSource();
        TaskCompletionSource go = new();
        service.Emulator.BeforeResponse = (request, _) => request.Method == "POST" ? go.Task : Task.CompletedTask;

        var first = service.Mirror.GetOrCreateAsync("customer-1", () => new(), cancelled.Token).AsTask();
        var second = service.Mirror.GetOrCreateAsync("customer-1", Never).AsTask();
        await ReadyService.UntilAsync(() => service.Creates() == 1);
        await cancelled.CancelAsync();
        await Assert.ThrowsAsync<OperationCanceledException>(() => first);
        go.SetResult();

        Assert.True((await second).WasCreated);
        Assert.Equal(1, service.Creates());
    }

    [Theory]
    [OnSqlite]
    public async Task ACallThatAllHaveCancelled_SendsNoCreate(DatabaseKind kind)
    {
        await using var service = await ReadyService.StartAsync(kind);
        using var cancelled = new CancellationTokenSource();
        TaskCompletionSource go = new();
        service.Emulator.BeforeResponse = (request, _) => request.Method == "GET" ? go.Task : Task.CompletedTask;

        var call = service.Mirror.GetOrCreateAsync("customer-1", Never, cancelled.Token).AsTask();
        await ReadyService.UntilAsync(() => service.Emulator.Requests.Count == 1);
        await cancelled.CancelAsync();
        await Assert.ThrowsAsync<OperationCanceledException>(() => call);
        go.SetResult();
        var next = await service.Mirror.GetOrCreateAsync("customer-1", () => new());

        Assert.True(next.WasCreated);
        Assert.Equal(1, service.Creates());
    }

    [Theory]
    [OnSqlite]
    public async Task AFunctionThatFails_FailsItsCallerAlone(DatabaseKind kind)
    {
        await using var service = await ReadyService.StartAsync(kind);
        TaskCompletionSource go = new();
        service.Emulator.BeforeResponse = (request, _) => request.Method == "GET" ? go.Task : Task.CompletedTask;

        var failing = service.Mirror.GetOrCreateAsync("customer-1", () => throw new NotImplementedException()).AsTask();
        await ReadyService.UntilAsync(() => service.Emulator.Requests.Count == 1);
        var right = service.Mirror.GetOrCreateAsync("customer-1", () => new()).AsTask();
        go.SetResult();

        await Assert.ThrowsAsync<NotImplementedException>(() => failing);
        Assert.True((await right).WasCreated);
        Assert.Equal(1, service.Creates());
    }

    [Theory]
    [OnSqlite]
    public async Task AProfileThatCannotBeCreatedForTheReference_IsRefusedBeforeItIsSent(DatabaseKind kind)
    {
        await using var service = await ReadyService.StartAsync(kind);

        var mistake = await RefusedAsync(() => new() { ExternalUserDetails = new() { ReferenceId = "customer-2" } });
        await RefusedAsync(() => null!);
        await RefusedAsync(() => new() { Name = new('x', 256) });

        Assert.Contains("ReferenceId", mistake.Message, StringComparison.Ordinal);
        Assert.Equal(0, service.Creates());
        Assert.Empty(await service.ClaimsAsync());

        Task<ArgumentException> RefusedAsync(Func<NewProfile> create) =>
            Assert.ThrowsAsync<ArgumentException>(() => service.Mirror.GetOrCreateAsync("customer-1", create).AsTask());
    }

    [Fact]
    public async Task AnInvalidReference_IsRefusedBeforeAnythingIsSent()
    {
        await using var service = await ReadyService.StartAsync(DatabaseKind.Sqlite);

        foreach (var reference in (string?[])[null, "", " ", "\ud800", new('x', 256)])
        {
            await Assert.ThrowsAnyAsync<ArgumentException>(() =>
                service.Mirror.GetOrCreateAsync(reference!, Never).AsTask()
            );
            await Assert.ThrowsAnyAsync<ArgumentException>(() => service.Mirror.FindAsync(reference!).AsTask());
            var many = await Assert.ThrowsAnyAsync<ArgumentException>(() =>
                service.Mirror.FindManyAsync(["user-1", "user-1", reference!])
            );
            Assert.Equal("references[2]", many.ParamName);
        }

        Assert.Empty(service.Requests);
    }

    [Theory]
    [OnSqlite]
    [OnPostgres]
    public async Task ReferencesOfAnyText_AreToldApart(DatabaseKind kind)
    {
        await using var service = await ReadyService.StartAsync(kind);
        string[] references = ["Ä", "A\u0308", "a", "A", "a ", "ß", "ss", "%", "'", "日本語", new('x', 255), "\u0001"];

        foreach (var reference in references)
            Assert.True((await service.Mirror.GetOrCreateAsync(reference, () => new())).WasCreated);

        foreach (var reference in references)
        {
            var found = await service.Mirror.GetOrCreateAsync(reference, Never);
            Assert.Equal([found.Id], service.IdsOf(reference));
        }
        Assert.Equal(references.Length, service.Creates());
        Assert.Equal(references.Length, (await service.Mirror.FindManyAsync(references)).Count);
    }

    [Theory]
    [OnSqlite]
    public async Task AMirrorThatIsNotReady_RejectsBeforeAnythingIsSent(DatabaseKind kind)
    {
        await using var service = await MirroredService.StartAsync(kind, TestProfiles.Many(3));

        await Assert.ThrowsAsync<MirrorNotReadyException>(() =>
            service.Mirror.GetOrCreateAsync("customer-1", Never).AsTask()
        );
        await Assert.ThrowsAsync<MirrorNotReadyException>(() => service.Mirror.FindAsync("customer-1").AsTask());
        await Assert.ThrowsAsync<MirrorNotReadyException>(() => service.Mirror.FindManyAsync(["customer-1"]));
        await Assert.ThrowsAsync<MirrorNotReadyException>(() => service.Mirror.DuplicatesAsync().AnyAsync().AsTask());

        Assert.Empty(service.Requests);
    }

    [Fact]
    public async Task AMirrorWithoutReferences_SaysWhatToStore()
    {
        await using var service = await ReadyService.StartAsync(
            DatabaseKind.Sqlite,
            options => options.Store(members => members.Except(p => p.ExternalUserDetails.ReferenceId))
        );

        var refused = await Assert.ThrowsAsync<ProfilesConfigurationException>(() =>
            service.Mirror.GetOrCreateAsync("customer-1", Never).AsTask()
        );

        Assert.Contains("ReferenceId", refused.Message, StringComparison.Ordinal);
        Assert.Empty(service.Requests);
    }

    [Fact]
    public async Task AShapeWithoutReferences_IsRefusedInWords()
    {
        await using var service = await ReadyService.StartAsync(
            DatabaseKind.Sqlite,
            configureClient: options => options.Betas.Add(AnthropicBeta.UserProfiles2026_03_24)
        );

        var refused = await Assert.ThrowsAsync<ProfilesConfigurationException>(() =>
            service.Mirror.FindAsync("customer-1").AsTask()
        );

        Assert.Contains("ExternalUserDetails", refused.Message, StringComparison.Ordinal);
    }

    [Theory]
    [OnSqlite]
    public async Task AKeyOfAnotherOrganization_SendsNoCreate(DatabaseKind kind)
    {
        await using var service = await ReadyService.StartAsync(kind);
        await service.ReopenAsync(
            options => options.ReferenceTimes = ReadyService.Short,
            options => options.ApiKey = "key-of-another"
        );
        service.Emulator.Intercept = request =>
            request.Method == "GET" && !request.PathAndQuery.Contains('?')
                ? EmulatorResponse.Error(404, "not_found_error", "No such profile.")
                : null;

        await Assert.ThrowsAsync<MirrorException>(() =>
            service.Mirror.GetOrCreateAsync("customer-1", () => new()).AsTask()
        );

        Assert.Equal(0, service.Creates());
        Assert.Empty(service.IdsOf("customer-1"));
    }

    private static NewProfile Never() => throw new InvalidOperationException("It is known.");
}
