using FluentProfiles.Mirror.Model;
using FluentProfiles.Mirror.Tests.Databases;
using FluentProfiles.Mirror.Tests.References;

namespace FluentProfiles.Mirror.Tests.Erasing;

/// <summary>Profiles that were erased from the mirror, and that the service still has.</summary>
public sealed class ErasedReferenceTests
{
    [Theory]
    [OnSqlite]
    [OnPostgres]
    public async Task AProfileAmongTheNewest_IsNamedAndNotReturned(DatabaseKind kind)
    {
        await using var service = await ReadyService.StartAsync(kind);
        var made = await service.Mirror.GetOrCreateAsync("customer-1", () => new());
        await service.Mirror.ForgetAsync(made.Id);

        var failure = await Assert.ThrowsAsync<MirrorException>(() => CallAsync(service));

        Assert.Contains(made.Id, failure.Message, StringComparison.Ordinal);
        Assert.Null(await service.Mirror.FindAsync("customer-1"));
        Assert.Equal(1, service.Creates());
        Assert.Empty(await service.ClaimsAsync());
    }

    [Theory]
    [OnSqlite]
    public async Task ADeleteAtTheService_LetsAnotherProfileBeCreated(DatabaseKind kind)
    {
        await using var service = await ReadyService.StartAsync(kind);
        var made = await service.Mirror.GetOrCreateAsync("customer-1", () => new());
        await service.Mirror.ForgetAsync(made.Id);
        await Assert.ThrowsAsync<MirrorException>(() => CallAsync(service));

        service.Emulator.Remove(made.Id);

        Assert.True((await CallAsync(service)).WasCreated);
    }

    [Theory]
    [OnSqlite]
    public async Task AnErasureThatIsLifted_LeadsToTheProfile(DatabaseKind kind)
    {
        await using var service = await ReadyService.StartAsync(kind);
        var made = await service.Mirror.GetOrCreateAsync("customer-1", () => new());
        await service.Mirror.ForgetAsync(made.Id);

        await service.Mirror.LiftErasureAsync(made.Id);

        Assert.Equal(made.Id, (await CallAsync(service)).Id);
        Assert.Equal(1, service.Creates());
    }

    [Theory]
    [OnSqlite]
    public async Task AnotherProfileWithTheReference_IsReturned(DatabaseKind kind)
    {
        await using var service = await ReadyService.StartAsync(kind);
        var made = await service.Mirror.GetOrCreateAsync("customer-1", () => new());
        await service.Mirror.ForgetAsync(made.Id);
        var younger = service.Emulator.Add(Of("customer-1"));

        Assert.Equal(younger.Id, (await CallAsync(service)).Id);
    }

    [Theory]
    [OnSqlite]
    public async Task AProfileOfACreateWhoseResponseWasLost_IsNamedAndNotReturned(DatabaseKind kind)
    {
        await using var service = await ReadyService.StartAsync(kind);
        var made = service.Emulator.Add(Of("customer-1"));
        await service.Mirror.ForgetAsync(made.Id);
        await service.ClaimAsync("customer-1", MirrorClaimState.Sent, expiresIn: TimeSpan.FromMinutes(2));

        var failure = await Assert.ThrowsAsync<MirrorException>(() => CallAsync(service));

        Assert.Contains(made.Id, failure.Message, StringComparison.Ordinal);
        Assert.Equal(0, service.Creates());
    }

    [Theory]
    [OnSqlite]
    public async Task AProfileThatAPersonNames_IsRefused(DatabaseKind kind)
    {
        await using var service = await ReadyService.StartAsync(kind);
        var made = service.Emulator.Add(Of("customer-1"));
        await service.Mirror.ForgetAsync(made.Id);
        await service.ClaimAsync("customer-1", MirrorClaimState.Unresolved);

        await Assert.ThrowsAsync<ArgumentException>(
            "resolution",
            () => service.Mirror.ResolveClaimAsync("customer-1", ClaimResolution.CreatedAs(made.Id))
        );

        Assert.Single(await service.Mirror.UnresolvedClaimsAsync());
    }

    private static Task<ProfileReference> CallAsync(MirroredService service) =>
        service.Mirror.GetOrCreateAsync("customer-1", () => new()).AsTask();

    private static UserProfile Of(string reference) =>
        new()
        {
            CreatedAt = DateTimeOffset.UtcNow,
            UpdatedAt = DateTimeOffset.UtcNow,
            ExternalUserDetails = new() { ReferenceId = reference },
        };
}
