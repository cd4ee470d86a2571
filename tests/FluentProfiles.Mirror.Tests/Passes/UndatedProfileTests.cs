using FluentProfiles.Mirror.Tests.Databases;

namespace FluentProfiles.Mirror.Tests.Passes;

/// <summary>Profiles of a test that leaves their times out.</summary>
public sealed class UndatedProfileTests
{
    [Theory]
    [OnSqlite]
    [OnPostgres]
    public async Task AProfileWithoutATime_IsReadByEachKindOfPassAndByALook(DatabaseKind kind)
    {
        await using var service = await MirroredService.StartAsync(kind, [new() { Id = "uprof_1" }]);
        await service.Mirror.RefreshAsync();
        Assert.Equal(default, (await service.Mirror.Query().SingleAsync()).CreatedAt);

        await service.Mirror.RefreshNewAsync();
        await service.Mirror.RefreshStatusesAsync();
        var made = await service.Mirror.GetOrCreateAsync("customer-1", () => new());

        Assert.True(made.WasCreated);
        await service.AssertIsSameAsync();
    }
}
