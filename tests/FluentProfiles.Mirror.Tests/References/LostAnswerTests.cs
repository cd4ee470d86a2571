using FluentProfiles.Mirror.Model;
using FluentProfiles.Mirror.Tests.Databases;

namespace FluentProfiles.Mirror.Tests.References;

public sealed class LostAnswerTests
{
    [Theory]
    [OnSqlite]
    [OnPostgres]
    public async Task ACreateWhoseAnswerWasLost_IsFoundAndNotSentAgain(DatabaseKind kind)
    {
        await using var service = await ReadyService.StartAsync(kind);
        service.LoseCreates(applied: true);

        var made = await service.Mirror.GetOrCreateAsync("customer-1", () => new());

        Assert.True(made.WasCreated);
        Assert.Equal(1, service.Creates());
        Assert.Equal([made.Id], service.IdsOf("customer-1"));
        await service.AssertIsSameAsync();
        Assert.Empty(await service.ClaimsAsync());
    }

    [Theory]
    [OnSqlite]
    [OnPostgres]
    public async Task AProfileThatIsListedLate_IsFoundAndNotCreatedAgain(DatabaseKind kind)
    {
        await using var service = await ReadyService.StartAsync(
            kind,
            configureEmulator: options => options.Faults = new() { ListingDelay = TimeSpan.FromMilliseconds(700) }
        );
        await using var other = await service.OpenAnotherAsync(options => options.ReferenceTimes = ReadyService.Short);
        service.LoseCreates(applied: true);

        var calls = await Task.WhenAll(
            service.Mirror.GetOrCreateAsync("customer-1", () => new()).AsTask(),
            other.GetOrCreateAsync("customer-1", () => new()).AsTask()
        );

        Assert.Equal(calls[0].Id, calls[1].Id);
        Assert.Single(calls, call => call.WasCreated);
        Assert.Equal(1, service.Creates());
    }

    [Theory]
    [OnSqlite]
    [OnPostgres]
    public async Task ACreateThatNeverShows_IsLeftToAPerson(DatabaseKind kind)
    {
        await using var service = await ReadyService.StartAsync(
            kind,
            options => options.ReferenceTimes = ReadyService.Short with { Window = TimeSpan.FromMilliseconds(400) }
        );
        service.LoseCreates(applied: false);

        var lost = await Assert.ThrowsAsync<ProfilesUnknownOutcomeException>(() =>
            service.Mirror.GetOrCreateAsync("customer-1", () => new()).AsTask()
        );
        service.LoseNoMore();
        service.Emulator.ClearRequests();
        await Assert.ThrowsAsync<ProfilesUnknownOutcomeException>(() =>
            service.Mirror.GetOrCreateAsync("customer-1", () => new()).AsTask()
        );

        Assert.IsType<ProfilesUnknownOutcomeException>(lost.InnerException);
        Assert.Contains(nameof(ProfileMirror.ResolveClaimAsync), lost.Message, StringComparison.Ordinal);
        Assert.Empty(service.Requests);
        var claim = Assert.Single(await service.Mirror.UnresolvedClaimsAsync());
        Assert.Equal("customer-1", claim.Reference);
        Assert.DoesNotContain("customer-1", claim.ToString(), StringComparison.Ordinal);

        await service.Mirror.ResolveClaimAsync("customer-1", ClaimResolution.NotCreated);

        Assert.True((await service.Mirror.GetOrCreateAsync("customer-1", () => new())).WasCreated);
        Assert.Single(service.IdsOf("customer-1"));
    }

    [Theory]
    [OnSqlite]
    [OnPostgres]
    public async Task AnUnresolvedReference_TakesTheProfileThatAPersonNames(DatabaseKind kind)
    {
        await using var service = await ReadyService.StartAsync(kind);
        await service.ClaimAsync("customer-1", MirrorClaimState.Unresolved);
        var old = service.Emulator.Add(Old("customer-1"));
        var wrong = service.Emulator.Add(Old("customer-2"));

        await Assert.ThrowsAsync<ArgumentException>(
            "resolution",
            () => Resolve(ClaimResolution.CreatedAs("uprof_none"))
        );
        var other = await Assert.ThrowsAsync<ArgumentException>(
            "resolution",
            () => Resolve(ClaimResolution.CreatedAs(wrong.Id))
        );
        Assert.Contains("Name the profile that has this reference", other.Message, StringComparison.Ordinal);
        Assert.Single(await service.Mirror.UnresolvedClaimsAsync());
        await Resolve(ClaimResolution.CreatedAs(old.Id));
        await Assert.ThrowsAsync<ArgumentException>("reference", () => Resolve(ClaimResolution.NotCreated));

        Assert.Empty(await service.ClaimsAsync());
        Assert.Equal(old.Id, (await service.Mirror.GetOrCreateAsync("customer-1", () => new())).Id);
        Assert.Equal(0, service.Creates());

        Task Resolve(ClaimResolution decision) => service.Mirror.ResolveClaimAsync("customer-1", decision);
    }

    [Theory]
    [OnSqlite]
    [OnPostgres]
    public async Task AnUnresolvedReferenceThatAPassFinds_IsResolved(DatabaseKind kind)
    {
        await using var service = await ReadyService.StartAsync(kind);
        await service.ClaimAsync("customer-1", MirrorClaimState.Unresolved);
        await service.ClaimAsync("customer-2", MirrorClaimState.Unresolved);
        var old = service.Emulator.Add(Old("customer-1"));

        await service.Mirror.RefreshAsync();

        Assert.Equal("customer-2", Assert.Single(await service.Mirror.UnresolvedClaimsAsync()).Reference);
        Assert.Equal("customer-2", Assert.Single(await service.ClaimsAsync()).Reference);
        Assert.Equal(old.Id, (await service.Mirror.GetOrCreateAsync("customer-1", () => new())).Id);
    }

    [Theory]
    [OnSqlite]
    [OnPostgres]
    public async Task AClaimOfAProcessThatEndedBeforeTheCreate_IsTakenOver(DatabaseKind kind)
    {
        await using var service = await ReadyService.StartAsync(kind);
        await service.ClaimAsync("customer-1", MirrorClaimState.Claimed, expiresIn: TimeSpan.FromMilliseconds(200));

        var made = await service.Mirror.GetOrCreateAsync("customer-1", () => new());

        Assert.True(made.WasCreated);
        Assert.Equal(1, service.Creates());
    }

    [Theory]
    [OnSqlite]
    [OnPostgres]
    public async Task ACreateOfAProcessThatEnded_IsFound(DatabaseKind kind)
    {
        await using var service = await ReadyService.StartAsync(kind);
        await service.ClaimAsync("customer-1", MirrorClaimState.Sent, expiresIn: TimeSpan.FromMinutes(2));
        await service.ClaimAsync("customer-2", MirrorClaimState.Sent, expiresIn: -TimeSpan.FromMinutes(2));
        await service.ClaimAsync("customer-3", MirrorClaimState.Sent, expiresIn: -TimeSpan.FromMinutes(2));
        Assert.Equal(2, (await service.Mirror.UnresolvedClaimsAsync()).Count);
        service.Emulator.Add(Old("customer-1") with { CreatedAt = DateTimeOffset.UtcNow });
        service.Emulator.Add(Old("customer-2") with { CreatedAt = DateTimeOffset.UtcNow });

        var first = await service.Mirror.GetOrCreateAsync("customer-1", () => new());
        var second = await service.Mirror.GetOrCreateAsync("customer-2", () => new());
        await Assert.ThrowsAsync<ProfilesUnknownOutcomeException>(() =>
            service.Mirror.GetOrCreateAsync("customer-3", () => new()).AsTask()
        );

        Assert.Equal([first.Id], service.IdsOf("customer-1"));
        Assert.Equal([second.Id], service.IdsOf("customer-2"));
        Assert.False(first.WasCreated || second.WasCreated);
        Assert.Equal(0, service.Creates());
        Assert.Equal("customer-3", Assert.Single(await service.ClaimsAsync()).Reference);
    }

    [Theory]
    [OnSqlite]
    public async Task AReferenceThatIsStoredInAnotherForm_IsCreatedOnceAndReported(DatabaseKind kind)
    {
        await using var service = await ReadyService.StartAsync(kind);
        service.Emulator.Intercept = request =>
            request.Method == "POST"
                ? service.Emulator.Answer(
                    SameAsService.Request(
                        "POST",
                        request.PathAndQuery,
                        request.Body.Replace("Customer", "customer", StringComparison.Ordinal)
                    )
                )
                : null;

        var other = await Assert.ThrowsAsync<ProfilesUnknownOutcomeException>(() =>
            service.Mirror.GetOrCreateAsync("Customer-1", () => new()).AsTask()
        );
        await Assert.ThrowsAsync<ProfilesUnknownOutcomeException>(() =>
            service.Mirror.GetOrCreateAsync("Customer-1", () => new()).AsTask()
        );

        Assert.IsType<ProfilesProtocolException>(other.InnerException!.InnerException);
        Assert.Single(service.IdsOf("customer-1"));
        Assert.Single(await service.Mirror.UnresolvedClaimsAsync());
    }

    private static UserProfile Old(string reference) =>
        new()
        {
            CreatedAt = new(2026, 1, 1, 0, 0, 0, TimeSpan.Zero),
            UpdatedAt = new(2026, 1, 1, 0, 0, 0, TimeSpan.Zero),
            ExternalUserDetails = new() { ReferenceId = reference },
        };
}
