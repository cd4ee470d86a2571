using FluentProfiles.Mirror.Model;
using FluentProfiles.Mirror.Tests.Databases;
using FluentProfiles.Tests;

namespace FluentProfiles.Mirror.Tests.References;

/// <summary>The longest reference that the service takes, of characters that a database takes in a longer form only.</summary>
public sealed class OddReferenceTests
{
    private static readonly string Odd = new string('\0', 128) + new string('\u0001', 127);

    [Theory]
    [OnSqlite]
    [OnPostgres]
    public async Task ACreateThatNeverShows_IsLeftToAPersonUnderItsReference(DatabaseKind kind)
    {
        await using var service = await ReadyService.StartAsync(
            kind,
            options => options.ReferenceTimes = ReadyService.Short with { Window = TimeSpan.FromMilliseconds(400) }
        );
        service.LoseCreates(applied: false);

        await Assert.ThrowsAsync<ProfilesUnknownOutcomeException>(() =>
            service.Mirror.GetOrCreateAsync(Odd, () => new()).AsTask()
        );
        service.LoseNoMore();
        await Assert.ThrowsAsync<ProfilesUnknownOutcomeException>(() =>
            service.Mirror.GetOrCreateAsync(Odd, () => new()).AsTask()
        );

        Assert.Equal(Odd, Assert.Single(await service.ClaimsAsync()).Reference);
        Assert.Equal(Odd, Assert.Single(await service.Mirror.UnresolvedClaimsAsync()).Reference);
        await service.Mirror.ResolveClaimAsync(Odd, ClaimResolution.NotCreated);
        var made = await service.Mirror.GetOrCreateAsync(Odd, () => new());
        Assert.Equal([made.Id], service.IdsOf(Odd));
        Assert.Empty(await service.ClaimsAsync());
    }

    [Theory]
    [OnSqlite]
    [OnPostgres]
    public async Task ACreateWhoseAnswerWasLost_IsFoundByAPass(DatabaseKind kind)
    {
        await using var service = await ReadyService.StartAsync(kind);
        await service.ClaimAsync(Odd, MirrorClaimState.Unresolved);
        var old = service.Emulator.Add(Old(0));

        await service.Mirror.RefreshAsync();

        Assert.Empty(await service.ClaimsAsync());
        Assert.Equal(old.Id, (await service.Mirror.GetOrCreateAsync(Odd, () => new())).Id);
    }

    [Theory]
    [OnSqlite]
    [OnPostgres]
    public async Task Duplicates_AreFoundAndForgotten(DatabaseKind kind)
    {
        await using var service = await ReadyService.StartAsync(kind);
        var older = service.Emulator.Add(Old(0));
        var younger = service.Emulator.Add(Old(1));
        await service.Mirror.RefreshAsync();

        var duplicate = Assert.Single(await service.Mirror.DuplicatesAsync().ToListAsync());
        Assert.Equal(Odd, duplicate.Reference);
        Assert.Equal([older.Id, younger.Id], duplicate.Profiles.Select(profile => profile.Id));
        Assert.Equal(older.Id, (await service.Mirror.FindManyAsync([Odd]))[Odd].Id);
        await service.Mirror.ForgetAsync(older.Id);
        Assert.Equal(younger.Id, (await service.Mirror.FindAsync(Odd))!.Id);
        await service.Mirror.ForgetAsync(younger.Id);
        Assert.Null(await service.Mirror.FindAsync(Odd));
    }

    private static UserProfile Old(int seconds) =>
        new()
        {
            CreatedAt = TestProfiles.Start.AddDays(-1).AddSeconds(seconds),
            UpdatedAt = TestProfiles.Start.AddDays(-1).AddSeconds(seconds),
            ExternalUserDetails = new() { ReferenceId = Odd },
        };
}
