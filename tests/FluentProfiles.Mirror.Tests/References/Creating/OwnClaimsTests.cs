using FluentProfiles.Mirror.Model;
using FluentProfiles.Mirror.Model.References;
using FluentProfiles.Mirror.References;
using FluentProfiles.Mirror.References.Creating;
using FluentProfiles.Mirror.Tests.Databases;

namespace FluentProfiles.Mirror.Tests.References.Creating;

/// <summary>Writes for a claim that come late, when the process has taken the reference again.</summary>
public sealed class OwnClaimsTests
{
    [Theory]
    [OnSqlite]
    [OnPostgres]
    public async Task AReleaseThatComesLate_LeavesALaterClaimAlone(DatabaseKind kind)
    {
        await using var service = await ReadyService.StartAsync(kind);
        var own = ClaimsOf(service);
        var first = await TakeAsync(own);
        Assert.True(await own.MarkSentAsync(first, null, default));
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => own.ReleaseAsync(first, new(canceled: true)));
        var second = await TakeAsync(own);
        Assert.True(await own.MarkSentAsync(second, null, default));

        await own.ReleaseAsync(first, default);

        var claim = Assert.Single(await service.ClaimsAsync());
        Assert.Equal((second.Owner, MirrorClaimState.Sent), (claim.Owner, claim.State));
        await own.ReleaseAsync(second, default);
        Assert.Empty(await service.ClaimsAsync());
    }

    [Theory]
    [OnSqlite]
    [OnPostgres]
    public async Task AProfileThatIsStoredLate_LeavesALaterClaimAlone(DatabaseKind kind)
    {
        await using var service = await ReadyService.StartAsync(kind);
        var own = ClaimsOf(service);
        var first = await TakeAsync(own);
        await own.ReleaseAsync(first, default);
        var second = await TakeAsync(own);
        var created = TestRows.Row(TestRows.JsonOf("uprof_late"));
        await service.Mirror.ForgetAsync(created.Id);

        await own.SettleAsync(first, created, default);

        Assert.Equal(second.Owner, Assert.Single(await service.ClaimsAsync()).Owner);
    }

    [Theory]
    [OnSqlite]
    [OnPostgres]
    public async Task AClaimThatWasTakenAgain_CanNotBeMarked(DatabaseKind kind)
    {
        await using var service = await ReadyService.StartAsync(kind);
        var own = ClaimsOf(service);
        var first = await TakeAsync(own);
        var second = await TakeAsync(own);

        Assert.False(await own.MarkSentAsync(first, null, default));

        var claim = Assert.Single(await service.ClaimsAsync());
        Assert.Equal((second.Owner, MirrorClaimState.Claimed), (claim.Owner, claim.State));
    }

    [Theory]
    [OnSqlite]
    [OnPostgres]
    public async Task AClaim_CanBeRenewedWhileItIsHeldAndNothingIsSent(DatabaseKind kind)
    {
        await using var service = await ReadyService.StartAsync(kind);
        var own = ClaimsOf(service);
        var first = await TakeAsync(own);
        await service.JumpAsync(ReferenceTimes.Default.Claim * 2);

        Assert.True(await own.RenewAsync(first, default));
        Assert.Null(await ClaimsOf(service).TakeAsync("customer-1", default));
        await service.JumpAsync(ReferenceTimes.Default.Claim * 2);
        var others = ClaimsOf(service);
        var second = await TakeAsync(others);
        Assert.False(await own.RenewAsync(first, default));
        Assert.True(await others.MarkSentAsync(second, null, default));
        Assert.False(await others.RenewAsync(second, default));

        var claim = Assert.Single(await service.ClaimsAsync());
        Assert.Equal(second.Owner, claim.Owner);
        Assert.Equal(ReferenceTimes.Default.Window, claim.ExpiresAt - claim.SentAt);
    }

    [Theory]
    [OnSqlite]
    public async Task AnotherProcess_CanNotTakeAClaim(DatabaseKind kind)
    {
        await using var service = await ReadyService.StartAsync(kind);
        var own = ClaimsOf(service);
        await own.MarkSentAsync(await TakeAsync(own), null, default);

        Assert.Null(await ClaimsOf(service).TakeAsync("customer-1", default));
    }

    private static OwnClaims ClaimsOf(MirroredService service) =>
        new(new ReferenceStore(service.Mirror.Store), service.Mirror.Store, ReferenceTimes.Default);

    private static async Task<HeldClaim> TakeAsync(OwnClaims own)
    {
        var held = await own.TakeAsync("customer-1", default);
        Assert.NotNull(held);
        return held;
    }
}
