using FluentProfiles.Mirror.Model;
using FluentProfiles.Mirror.Tests.Databases;
using Microsoft.EntityFrameworkCore;

namespace FluentProfiles.Mirror.Tests.Storing;

public sealed class SchemaCheckTests
{
    [Theory]
    [OnSqlite]
    [OnPostgres]
    public async Task TablesThatAreMissing_AreNamedWithWhatToDo(DatabaseKind kind)
    {
        await using var database = await TestDatabase.CreateAsync(kind);

        var failure = await Assert.ThrowsAsync<MirrorSchemaException>(() =>
            database.Store().OpenAsync(default).AsTask()
        );

        Assert.Contains("has no tables of the mirror", failure.Message, StringComparison.Ordinal);
        Assert.Contains(
            "dotnet ef migrations add ProfileMirror1 --context OrdersContext",
            failure.Message,
            StringComparison.Ordinal
        );
    }

    [Theory]
    [OnSqlite]
    [OnPostgres]
    public async Task TablesOfALaterVersionThatServesThisOne_AreRead(DatabaseKind kind)
    {
        await using var database = await TestDatabase.CreateWithTablesAsync(kind);
        await SetAsync(database, version: 9, reader: 1);

        Assert.Equal(1, await database.Store().OpenAsync(default));
    }

    [Theory]
    [OnSqlite]
    [OnPostgres]
    public async Task TablesThatAreTooNew_AreRejected(DatabaseKind kind)
    {
        await using var database = await TestDatabase.CreateWithTablesAsync(kind);
        await SetAsync(database, version: 9, reader: 8);

        var failure = await Assert.ThrowsAsync<MirrorSchemaException>(() =>
            database.Store().OpenAsync(default).AsTask()
        );

        Assert.Contains(
            "version 9, which needs a package that knows version 8",
            failure.Message,
            StringComparison.Ordinal
        );
    }

    [Theory]
    [OnSqlite]
    [OnPostgres]
    public async Task TablesOfAnEarlierVersion_AreRejected(DatabaseKind kind)
    {
        await using var database = await TestDatabase.CreateWithTablesAsync(kind);
        await SetAsync(database, version: 0, reader: 0);

        var failure = await Assert.ThrowsAsync<MirrorSchemaException>(() =>
            database.Store().OpenAsync(default).AsTask()
        );

        Assert.Contains("have version 0, and this package needs version 1", failure.Message, StringComparison.Ordinal);
    }

    private static async Task SetAsync(TestDatabase database, int version, int reader)
    {
        await using var context = database.Context();
        await context
            .Set<MirrorSchema>()
            .ExecuteUpdateAsync(set =>
                set.SetProperty(row => row.Version, version).SetProperty(row => row.Reader, reader)
            );
    }
}
