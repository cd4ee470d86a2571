using FluentProfiles.Mirror.Contexts;
using FluentProfiles.Mirror.Model.Columns;
using FluentProfiles.Mirror.Storing;
using FluentProfiles.Mirror.Storing.Rows;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;

namespace FluentProfiles.AddedFields.Tests;

/// <summary>The mirror has a column for each added field, though its entity has no property for it.</summary>
public sealed class AddedColumnTests
{
    [Fact]
    public async Task AddedFields_AreStoredInColumns()
    {
        await using var connection = new SqliteConnection("Data Source=:memory:");
        await connection.OpenAsync();
        Contexts contexts = new(connection);
        await using var context = contexts.CreateDbContext();
        await context.Database.EnsureCreatedAsync();
        MirrorStore store = new(
            new FactoryContexts<Context>(contexts),
            new("https://service.example", ""),
            StoredMembers.All
        );
        var row = store.Rows.Read(
            """
            {"id":"uprof_1","created_at":"2026-01-01T00:00:00Z","rank":7,"seen_at":"2026-01-02T00:00:00Z","support_tier":"gold"}
            """u8,
            DateTimeOffset.UnixEpoch
        );

        await store.WriteAsync((writer, token) => writer.PutAsync([row], token), default);

        var stored = context.Set<MirroredProfile>();
        Assert.Equal(1, await stored.CountAsync(profile => EF.Property<int>(profile, "Rank") == 7));
        Assert.Equal(
            new DateTimeOffset(2026, 1, 2, 0, 0, 0, TimeSpan.Zero),
            await stored.Select(profile => EF.Property<DateTimeOffset>(profile, "SeenAt")).SingleAsync()
        );
        Assert.Equal(1, await stored.CountAsync(profile => EF.Property<string>(profile, "SupportTier") == "gold"));
        Assert.Equal(
            ["Rank", "SeenAt", "SupportTier"],
            ProfileColumns
                .All.Select(column => column.Name)
                .Where(name => typeof(MirroredProfile).GetProperty(name) is null)
                .Order(StringComparer.Ordinal)
        );
    }

    private sealed class Context(DbContextOptions<Context> options) : DbContext(options)
    {
        protected override void OnModelCreating(ModelBuilder modelBuilder) => modelBuilder.AddProfileMirror();
    }

    private sealed class Contexts(SqliteConnection connection) : IDbContextFactory<Context>
    {
        public Context CreateDbContext() => new(new DbContextOptionsBuilder<Context>().UseSqlite(connection).Options);
    }
}
