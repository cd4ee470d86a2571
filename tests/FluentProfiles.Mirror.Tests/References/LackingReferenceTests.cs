using FluentProfiles.Mirror.Tests.Databases;
using FluentProfiles.Tests;

namespace FluentProfiles.Mirror.Tests.References;

/// <summary>Mirrors whose rows were written without the references of their profiles.</summary>
public sealed class LackingReferenceTests
{
    [Theory]
    [OnSqlite]
    [OnPostgres]
    public async Task ReferencesThatAreStoredAgain_NeedAFullPass(DatabaseKind kind)
    {
        await using var service = await ReadyService.StartAsync(kind, WithoutReferences);

        await service.ReopenAsync(WithAll);

        var status = await service.Mirror.GetStatusAsync();
        Assert.Equal(["external_user_details.reference_id"], status.MissingMembers);
        Assert.False(status.IsReady);
        await AssertReadyAfterAPassAsync(service);
    }

    [Theory]
    [OnSqlite]
    [OnPostgres]
    public async Task ReferencesThatAnOlderBetaDidNotServe_NeedAFullPass(DatabaseKind kind)
    {
        await using var service = await ReadyService.StartAsync(
            kind,
            configureClient: options => options.Betas.Add(AnthropicBeta.UserProfiles2026_08_18)
        );

        await service.ReopenAsync(WithAll, options => options.Betas.Clear());

        Assert.Equal(
            ["external_user_details", "enforcement_status", "enforcement_actions", "programs"],
            (await service.Mirror.GetStatusAsync()).MissingMembers
        );
        await AssertReadyAfterAPassAsync(service);
    }

    [Theory]
    [OnSqlite]
    [OnPostgres]
    public async Task ReferencesThatAnotherProcessRemoves_NeedAFullPass(DatabaseKind kind)
    {
        await using var service = await ReadyService.StartAsync(kind, WithAll);

        await using (await service.OpenAnotherAsync(WithoutReferences))
            await AssertReadyAfterAPassAsync(service);
    }

    [Theory]
    [OnSqlite]
    public async Task AFullPassThatWasBegunWithoutReferences_NeedsAnother(DatabaseKind kind)
    {
        await using var service = await MirroredService.StartAsync(kind, TestProfiles.Many(250), WithoutReferences);
        service.FailPagesFrom(3);
        await Assert.ThrowsAsync<ProfilesApiException>(() => service.Mirror.RefreshAsync());
        service.Emulator.Intercept = null;
        await service.ReopenAsync(WithAll);

        await service.Mirror.RefreshAsync();
        service.Emulator.ClearRequests();

        // It is on a page that the first process has read.
        await AssertReadyAfterAPassAsync(service, number: 240);
    }

    [Theory]
    [OnSqlite]
    [OnPostgres]
    public async Task AReferenceThatIsStored_IsFoundMeanwhile(DatabaseKind kind)
    {
        await using var service = await ReadyService.StartAsync(kind, WithoutReferences);
        await service.ReopenAsync(WithAll);
        var added = service.Emulator.Add(
            new()
            {
                CreatedAt = DateTimeOffset.UtcNow,
                ExternalUserDetails = new() { ReferenceId = "customer-1" },
            }
        );

        await service.Mirror.RefreshNewAsync();

        Assert.Equal(added.Id, (await service.Mirror.FindAsync("customer-1"))!.Id);
        Assert.Equal(added.Id, (await service.Mirror.GetOrCreateAsync("customer-1", Never)).Id);
        Assert.Equal(added.Id, (await service.Mirror.FindManyAsync(["customer-1"]))["customer-1"].Id);
        await Assert.ThrowsAsync<MirrorNotReadyException>(() =>
            service.Mirror.FindManyAsync(["customer-1", "customer-2"])
        );
    }

    private static async Task AssertReadyAfterAPassAsync(MirroredService service, int number = 7)
    {
        var reference = $"user-{number}";
        await Assert.ThrowsAsync<MirrorNotReadyException>(() =>
            service.Mirror.GetOrCreateAsync(reference, Never).AsTask()
        );
        await Assert.ThrowsAsync<MirrorNotReadyException>(() => service.Mirror.FindAsync(reference).AsTask());
        await Assert.ThrowsAsync<MirrorNotReadyException>(() => service.Mirror.FindManyAsync([reference]));
        await Assert.ThrowsAsync<MirrorNotReadyException>(() => service.Mirror.DuplicatesAsync().AnyAsync().AsTask());
        Assert.Empty(service.Requests);

        await service.Mirror.RefreshAsync();

        Assert.True((await service.Mirror.GetStatusAsync()).IsReady);
        Assert.Equal(TestProfiles.IdOf(number), (await service.Mirror.GetOrCreateAsync(reference, Never)).Id);
        Assert.Equal(0, service.Creates());
    }

    private static void WithoutReferences(ProfileMirrorOptions options) =>
        options.Store(members => members.Except(p => p.ExternalUserDetails.ReferenceId));

    private static void WithAll(ProfileMirrorOptions options) =>
        (options.ReferenceTimes, options.MaxChangedShare) = (ReadyService.Short, 1);

    private static NewProfile Never() => throw new InvalidOperationException("Called for a known reference.");
}
