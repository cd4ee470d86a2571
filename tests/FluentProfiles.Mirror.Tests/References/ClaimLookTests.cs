using FluentProfiles.Mirror.Model;
using FluentProfiles.Mirror.References.Creating;
using FluentProfiles.Mirror.Tests.Databases;
using FluentProfiles.Tests;
using Microsoft.EntityFrameworkCore;

namespace FluentProfiles.Mirror.Tests.References;

/// <summary>Which profiles are read to find that of a create whose process has ended.</summary>
public sealed class ClaimLookTests
{
    private const string FirstPage = "/v1/user_profiles?limit=100";
    private const string NextPage = $"{FirstPage}&page=…";

    private static readonly DateTimeOffset Newest = TestProfiles.Start.AddMinutes(119);

    [Theory]
    [OnSqlite]
    [OnPostgres]
    public async Task AClaimThatEndedLongAgo_IsLookedForAmongTheNewestProfilesAndGivenUp(DatabaseKind kind)
    {
        await using var service = await ReadyService.StartAsync(kind);
        await service.ClaimAsync("customer-1", MirrorClaimState.Sent, expiresIn: -TimeSpan.FromHours(2));

        await AssertUnresolvedAsync(service);

        Assert.Equal([FirstPage], service.Requests);
        Assert.Equal(MirrorClaimState.Unresolved, Assert.Single(await service.ClaimsAsync()).State);
    }

    [Theory]
    [OnSqlite]
    [OnPostgres]
    public async Task AClaimThatEndedShortlyBefore_IsLookedForAmongAllProfilesSinceTheCreate(DatabaseKind kind)
    {
        await using var service = await ReadyService.StartAsync(kind);
        await service.ClaimAsync("customer-1", MirrorClaimState.Sent, expiresIn: -TimeSpan.FromMinutes(2));

        await AssertUnresolvedAsync(service);

        Assert.Equal([FirstPage, NextPage], service.Requests);
    }

    [Theory]
    [OnSqlite]
    [OnPostgres]
    public async Task AProfileCreatedSinceTheLastPass_IsFoundForAClaimThatEndedLongAgo(DatabaseKind kind)
    {
        await using var service = await ReadyService.StartAsync(kind);
        await service.ClaimAsync("customer-1", MirrorClaimState.Sent, expiresIn: -TimeSpan.FromHours(2));
        var created = service.Emulator.Add(Of("customer-1", Newest.AddMinutes(1)));

        var found = await service.Mirror.GetOrCreateAsync("customer-1", () => new());

        Assert.Equal((created.Id, false), (found.Id, found.WasCreated));
        Assert.Empty(await service.ClaimsAsync());
    }

    [Theory]
    [OnSqlite]
    [OnPostgres]
    public async Task AClaimOfAnEmptyMirror_IsLookedForAmongAllProfiles(DatabaseKind kind)
    {
        await using var service = await ReadyService.StartAsync(kind);
        await service.ClaimAsync("customer-1", MirrorClaimState.Sent, expiresIn: TimeSpan.FromMinutes(2));
        await ChangeAsync<MirrorClaim>(service, claim => claim.LookFrom = null);
        var old = service.Emulator.Add(Of("customer-1", TestProfiles.Start.AddDays(-30)));

        var found = await service.Mirror.GetOrCreateAsync("customer-1", () => new());

        Assert.Equal((old.Id, false), (found.Id, found.WasCreated));
        Assert.Equal([FirstPage, NextPage], service.Requests);
    }

    [Theory]
    [OnSqlite]
    [OnPostgres]
    public async Task ACreateWithoutALook_IsLookedForSinceTheNewestProfileThatIsKnown(DatabaseKind kind)
    {
        await using var service = await ReadyService.StartAsync(kind);
        await ChangeAsync<MirrorScope>(service, scope => scope.LookedTo = TestProfiles.Start);

        Assert.Equal(Newest, await LookFromAsync(service, "customer-1"));

        await ChangeAsync<MirrorScope>(service, scope => scope.LookedTo = Newest.AddDays(1));

        Assert.Equal(Newest.AddDays(1), await LookFromAsync(service, "customer-2"));
    }

    private static UserProfile Of(string reference, DateTimeOffset createdAt) =>
        new()
        {
            CreatedAt = createdAt,
            UpdatedAt = createdAt,
            ExternalUserDetails = new() { ReferenceId = reference },
        };

    private static async Task AssertUnresolvedAsync(MirroredService service) =>
        await Assert.ThrowsAsync<ProfilesUnknownOutcomeException>(() =>
            service.Mirror.GetOrCreateAsync("customer-1", () => new()).AsTask()
        );

    private static async Task<DateTimeOffset?> LookFromAsync(MirroredService service, string reference)
    {
        OwnClaims own = new(service.Mirror.References.Claims, service.Mirror.Store, ReadyService.Short);
        var held = await own.TakeAsync(reference, default);
        Assert.True(await own.MarkSentAsync(held!, lookFrom: null, default));
        return (await service.ClaimsAsync()).Single(claim => claim.Reference == reference).LookFrom;
    }

    private static async Task ChangeAsync<T>(MirroredService service, Action<T> change)
        where T : class
    {
        await using var context = service.Database.Context();
        change(await context.Set<T>().SingleAsync());
        await context.SaveChangesAsync();
    }
}
