using Microsoft.EntityFrameworkCore;

namespace FluentProfiles.Mirror.Tests.Model;

/// <summary>A context whose conventions choose types, lengths, collations and conversions for the application's own tables.</summary>
public sealed class ConventionsContext(DbContextOptions<ConventionsContext> options) : DbContext(options)
{
    protected override void ConfigureConventions(ModelConfigurationBuilder configurationBuilder)
    {
        configurationBuilder
            .Properties<string>()
            .HaveColumnType(Database.IsSqlite() ? "TEXT COLLATE NOCASE" : "character varying(20)")
            .HaveMaxLength(20)
            .UseCollation(Database.IsSqlite() ? "NOCASE" : "C");
        configurationBuilder.Properties<DateTimeOffset>().HaveColumnType("timestamp with time zone").HavePrecision(3);
        configurationBuilder.Properties<byte[]>().HaveColumnType(Database.IsSqlite() ? "TEXT" : "text");
        configurationBuilder.Properties<long>().HaveConversion<string>();
        configurationBuilder.Properties<bool>().HaveConversion<string>();
        configurationBuilder.Properties<Enum>().HaveConversion<string>();
    }

    protected override void OnModelCreating(ModelBuilder modelBuilder) => modelBuilder.AddProfileMirror();
}
