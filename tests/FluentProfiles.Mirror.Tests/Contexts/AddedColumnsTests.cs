using FluentProfiles.Mirror.Tests.Databases;
using FluentProfiles.Tests;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Infrastructure;

namespace FluentProfiles.Mirror.Tests.Contexts;

/// <summary>Columns and indexes that an application adds to the mirror's tables.</summary>
public sealed class AddedColumnsTests
{
    [Theory]
    [OnSqlite]
    [OnPostgres]
    public async Task ColumnsAndIndexesOfTheApplication_LetTheMirrorWork(DatabaseKind kind)
    {
        await using var service = await MirroredService.StartAsync(kind, TestProfiles.Many(30));
        await using var database = await TestDatabase.CreateAsync(kind);
        TestContexts<AuditedContext> contexts = new(() => new(database.OptionsOf<AuditedContext>()));
        await using (var context = contexts.CreateDbContext())
            await context.Database.EnsureCreatedAsync();
        await using var mirror = await ProfileMirror.OpenAsync(service.Mirror.Client, contexts);

        await mirror.RefreshAsync();
        service.Emulator.Remove(TestProfiles.IdOf(5));
        service.Emulator.Add(TestProfiles.One(30));
        await mirror.RefreshAsync();

        Assert.Equal(30, await mirror.Query().CountAsync());
        Assert.Equal(2, await mirror.ChangesAsync().CountAsync());
        var found = await mirror
            .Query()
            .Where(p => p.ExternalUserDetails.ReferenceId == "user-7")
            .OrderBy(p => p.Name)
            .SingleAsync();
        Assert.Equal(TestProfiles.IdOf(7), found.Id);
        Assert.NotEmpty(
            await mirror
                .Query()
                .Where(p => p.ExternalUserDetails.Country == "DE" && p.EnforcementStatus != EnforcementStatus.Banned)
                .OrderByDescending(p => p.UpdatedAt)
                .ToListAsync()
        );
        await mirror.ResetAsync();
    }

    [Fact]
    public async Task ARequiredColumnWithoutADefault_IsRejected()
    {
        await using var database = await TestDatabase.CreateAsync(DatabaseKind.Sqlite);
        TestContexts<AuditedContext> contexts = new(() =>
            new(
                database.OptionsOf<AuditedContext>(options =>
                    options.ReplaceService<IModelCacheKeyFactory, RequiredOrNot>()
                ),
                isRequired: true
            )
        );
        using var client = TestClients.Of();

        var failure = await Assert.ThrowsAsync<ProfilesConfigurationException>(() =>
            ProfileMirror.OpenAsync(client, contexts)
        );

        Assert.Contains("required property Tenant", failure.Message, StringComparison.Ordinal);
        Assert.Contains("HasDefaultValue", failure.Message, StringComparison.Ordinal);
    }

    private sealed class RequiredOrNot : IModelCacheKeyFactory
    {
        public object Create(DbContext context, bool designTime) =>
            (context.GetType(), ((AuditedContext)context).IsRequired, designTime);
    }
}
