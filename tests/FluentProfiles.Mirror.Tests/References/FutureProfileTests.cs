using FluentProfiles.Mirror.Model;
using FluentProfiles.Mirror.Tests.Databases;
using Microsoft.EntityFrameworkCore;

namespace FluentProfiles.Mirror.Tests.References;

/// <summary>A clock of the service was ahead once, so the time at which a profile was created is still to come.</summary>
public sealed class FutureProfileTests
{
    private static readonly DateTimeOffset Now = DateTimeOffset.UtcNow;

    [Theory]
    [OnSqlite]
    [OnPostgres]
    public async Task ALookAfterOneThatListedIt_ReadsAllThatWereCreatedSince(DatabaseKind kind)
    {
        await using var service = await ReadyService.StartAsync(kind);
        service.Emulator.Add(Of("future", Now.AddDays(1)));
        await service.Mirror.References.LookAsync(default);
        AddMany(service);

        var found = await service.Mirror.GetOrCreateAsync("customer-1", () => new());

        Assert.Equal(Assert.Single(service.IdsOf("customer-1")), found.Id);
        Assert.Equal(0, service.Creates());
        await service.AssertIsSameAsync();
    }

    [Theory]
    [OnSqlite]
    [OnPostgres]
    public async Task ALookAfterAPassThatListedIt_ReadsAllThatWereCreatedSince(DatabaseKind kind)
    {
        await using var service = await ReadyService.StartAsync(kind);
        service.Emulator.Add(Of("future", Now.AddDays(1)));
        await service.Mirror.RefreshAsync();
        AddMany(service);

        await service.Mirror.References.LookAsync(default);

        await service.AssertIsSameAsync();
    }

    [Theory]
    [OnSqlite]
    [OnPostgres]
    public async Task APassOverNewProfilesAfterOneThatListedIt_ReadsAllThatWereCreatedSince(DatabaseKind kind)
    {
        foreach (var full in (bool[])[true, false])
        {
            await using var service = await ReadyService.StartAsync(kind, options => options.MaxAddedShare = 1);
            service.Emulator.Add(Of("future", Now.AddDays(1)));
            await (full ? service.Mirror.RefreshAsync() : service.Mirror.RefreshNewAsync());
            AddMany(service);

            await service.Mirror.RefreshNewAsync();

            await service.AssertIsSameAsync();
        }
    }

    [Theory]
    [OnSqlite]
    [OnPostgres]
    public async Task ACreateAfterALookThatListedIt_IsLookedForSinceTheNewestOther(DatabaseKind kind)
    {
        await using var service = await ReadyService.StartAsync(
            kind,
            options => options.ReferenceTimes = ReadyService.Short with { Window = TimeSpan.FromMilliseconds(400) }
        );
        var newest = service.Listed()[0].CreatedAt;
        service.Emulator.Add(Of("future", Now.AddDays(1)));
        service.LoseCreates(applied: false);

        await Assert.ThrowsAsync<ProfilesUnknownOutcomeException>(() =>
            service.Mirror.GetOrCreateAsync("customer-1", () => new()).AsTask()
        );

        Assert.Equal(newest, Assert.Single(await service.ClaimsAsync()).LookFrom);
    }

    [Theory]
    [OnSqlite]
    [OnPostgres]
    public async Task TimesToComeThatAreStored_AreReplaced(DatabaseKind kind)
    {
        await using var service = await ReadyService.StartAsync(kind);
        var newest = service.Listed()[0].CreatedAt;
        await using (var context = service.Database.Context())
        {
            var scope = await context.Set<MirrorScope>().SingleAsync();
            (scope.NewestAt, scope.LookedTo) = (Now.AddDays(1), Now.AddDays(2));
            await context.SaveChangesAsync();
        }

        await service.Mirror.RefreshAsync();
        await service.Mirror.References.LookAsync(default);

        var after = await service.Mirror.Store.ReadScopeAsync(default);
        Assert.Equal((newest, newest), (after.NewestAt, after.LookedTo));
    }

    [Theory]
    [OnSqlite]
    [OnPostgres]
    public async Task AReset_LeavesNoPlaceUpToWhichLooksHaveCome(DatabaseKind kind)
    {
        await using var service = await ReadyService.StartAsync(kind);
        await service.Mirror.References.LookAsync(default);

        await service.Mirror.ResetAsync();

        var after = await service.Mirror.Store.ReadScopeAsync(default);
        Assert.Null(after.NewestAt);
        Assert.Null(after.LookedTo);
    }

    // More than a page holds, the one that is looked for first.
    private static void AddMany(MirroredService service)
    {
        for (var i = 1; i <= 110; i++)
            service.Emulator.Add(Of($"customer-{i}", Now.AddMinutes(i - 200)));
    }

    private static UserProfile Of(string reference, DateTimeOffset createdAt) =>
        new()
        {
            CreatedAt = createdAt,
            UpdatedAt = createdAt,
            ExternalUserDetails = new() { ReferenceId = reference },
        };
}
