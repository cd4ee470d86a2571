using FluentProfiles.Mirror.Tests.Databases;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Metadata;
using static FluentProfiles.Mirror.Tests.TestRows;

namespace FluentProfiles.Mirror.Tests.Model;

/// <summary>The mirror's tables in a model whose conventions are for others.</summary>
public sealed class ConventionTests
{
    [Theory]
    [OnSqlite]
    [OnPostgres]
    public async Task Conventions_LeaveTheColumnsOfTheMirrorAsTheyAre(DatabaseKind kind)
    {
        await using var database = await TestDatabase.CreateAsync(kind);
        await using var plain = database.Context();
        await using var conventional = new ConventionsContext(database.OptionsOf<ConventionsContext>());

        Assert.Equal(
            ColumnsOf(plain).Where(column => !column.Contains("Orders", StringComparison.Ordinal)),
            ColumnsOf(conventional)
        );
    }

    [Theory]
    [OnSqlite]
    [OnPostgres]
    public async Task TextsThatDifferByCase_AreToldApart(DatabaseKind kind)
    {
        await using var database = await TestDatabase.CreateAsync(kind);
        TestContexts<ConventionsContext> contexts = new(() => new(database.OptionsOf<ConventionsContext>()));
        await using (var context = contexts.CreateDbContext())
            await context.Database.EnsureCreatedAsync();
        using var client = TestClients.Of();
        await using var mirror = await ProfileMirror.OpenAsync(client, contexts);
        await mirror.Store.PutAsync(
            Row(JsonOf("uprof_1", "Ada", metadata: new() { ["plan"] = new string('p', 40) })),
            Row(JsonOf("uprof_a", "ADA", metadata: new() { ["Plan"] = new string('P', 40) })),
            Row(JsonOf("uprof_A", "ada"))
        );

        Assert.Equal(3, (await mirror.Store.AllAsync()).Count);
        Assert.Equal(1, await mirror.Query().AllowPartial().CountAsync(p => p.Name == "ADA"));
        Assert.Equal(
            "uprof_a",
            (await mirror.Query().AllowPartial().SingleAsync(p => p.Metadata["Plan"] == new string('P', 40))).Id
        );
    }

    private static List<string> ColumnsOf(DbContext context) =>
        [
            .. context
                .GetService<IDesignTimeModel>()
                .Model.GetRelationalModel()
                .Tables.SelectMany(table => table.Columns)
                .Select(TextOf)
                .Order(StringComparer.Ordinal),
        ];

    private static string TextOf(IColumn column) =>
        $"{column.Table.Name}.{column.Name} {column.StoreType} {column.IsNullable} {column.Collation} {column.MaxLength}";
}
