using FluentProfiles.Mirror.Tests.Databases;
using FluentProfiles.Tests;

namespace FluentProfiles.Mirror.Tests.References;

public sealed class DuplicateTests
{
    [Theory]
    [OnSqlite]
    [OnPostgres]
    public async Task AReferenceOfSeveralProfiles_GivesTheOldest(DatabaseKind kind)
    {
        await using var service = await WithDuplicatesAsync(kind);

        var found = await service.Mirror.GetOrCreateAsync("shared-5", () => new());

        Assert.Equal((service.IdsOf("shared-5")[^1], 2, false), (found.Id, found.Duplicates, found.WasCreated));
        Assert.Equal(found, await service.Mirror.FindAsync("shared-5"));
        Assert.Equal(found, (await service.Mirror.FindManyAsync(["shared-5"]))["shared-5"]);
        Assert.Equal(0, service.Creates());
    }

    [Theory]
    [OnSqlite]
    public async Task TheChoice_IsTheApplications(DatabaseKind kind)
    {
        await using var service = await WithDuplicatesAsync(
            kind,
            options => options.ChooseDuplicate = duplicate => duplicate.Newest
        );

        Assert.Equal(service.IdsOf("shared-5")[0], (await service.Mirror.GetOrCreateAsync("shared-5", () => new())).Id);
    }

    [Theory]
    [OnSqlite]
    [OnPostgres]
    public async Task AllDuplicates_AreReadInBatches(DatabaseKind kind)
    {
        await using var service = await WithDuplicatesAsync(kind, references: 230);

        var all = await service.Mirror.DuplicatesAsync().ToListAsync();

        Assert.Equal(
            Enumerable.Range(0, 230).Select(number => $"shared-{number}").Order(StringComparer.Ordinal),
            all.Select(duplicate => duplicate.Reference).Order(StringComparer.Ordinal)
        );
        Assert.All(
            all,
            duplicate =>
            {
                Assert.Equal(
                    service.IdsOf(duplicate.Reference).Reverse(),
                    duplicate.Profiles.Select(profile => profile.Id)
                );
                Assert.Equal("pro", duplicate.Oldest.Metadata["plan"]);
                Assert.Equal(EnforcementStatus.Restricted, duplicate.Newest.EnforcementStatus);
                Assert.DoesNotContain("shared", duplicate.ToString(), StringComparison.Ordinal);
            }
        );
        Assert.Empty(service.Requests);
    }

    [Theory]
    [OnSqlite]
    [OnPostgres]
    public async Task ManyReferences_AreFoundByOneStatement(DatabaseKind kind)
    {
        await using var service = await ReadyService.StartAsync(kind);
        using SentStatements sent = new(service.Database);
        await service.ReopenAsync(options => options.ReferenceTimes = ReadyService.Short);
        await service.Mirror.GetStatusAsync();
        sent.Clear();

        var found = await service.Mirror.FindManyAsync([
            .. Enumerable.Range(0, 900).Select(number => $"user-{number}"),
            "user-1",
        ]);

        Assert.Equal(
            Enumerable.Range(0, 120).Select(number => ($"user-{number}", TestProfiles.IdOf(number))).Order(),
            found.Select(pair => (pair.Key, pair.Value.Id)).Order()
        );
        Assert.Single(sent.Texts, text => text.Contains("ReferenceId", StringComparison.Ordinal));
        Assert.Empty(service.Requests);
    }

    [Theory]
    [OnSqlite]
    [OnPostgres]
    public async Task AKnownReference_IsReadByOneStatementAndThenFromMemory(DatabaseKind kind)
    {
        await using var service = await ReadyService.StartAsync(kind);
        using SentStatements sent = new(service.Database);
        await service.ReopenAsync(options =>
            options.ReferenceTimes = ReadyService.Short with { Trust = TimeSpan.FromMinutes(1) }
        );
        await service.Mirror.FindAsync("user-1");
        sent.Clear();

        await service.Mirror.GetOrCreateAsync("user-2", () => new());
        await service.Mirror.GetOrCreateAsync("user-2", () => new());

        Assert.Single(sent.Texts);
    }

    private static async Task<MirroredService> WithDuplicatesAsync(
        DatabaseKind kind,
        Action<ProfileMirrorOptions>? configure = null,
        int references = 10
    )
    {
        var service = await ReadyService.StartAsync(kind, configure);
        for (var i = 0; i < references * 3; i++)
            service.Emulator.Add(
                new()
                {
                    CreatedAt = TestProfiles.Start.AddDays(1).AddSeconds(i),
                    UpdatedAt = TestProfiles.Start.AddDays(1).AddSeconds(i),
                    Metadata = new() { ["plan"] = "pro" },
                    EnforcementStatus =
                        i < references * 2 ? EnforcementStatus.Unrestricted : EnforcementStatus.Restricted,
                    ExternalUserDetails = new() { ReferenceId = $"shared-{i % references}" },
                }
            );
        await service.Mirror.ResetAsync();
        await service.Mirror.RefreshAsync();
        service.Emulator.ClearRequests();
        return service;
    }
}
