using Microsoft.EntityFrameworkCore;

namespace FluentProfiles.Mirror.Tests.Contexts;

/// <summary>A context with a default schema, conventions and query filters.</summary>
public sealed class FancyContext(DbContextOptions<FancyContext> options) : DbContext(options)
{
    protected override void ConfigureConventions(ModelConfigurationBuilder configurationBuilder) =>
        configurationBuilder.Properties<string>().HaveMaxLength(20);

    protected override void OnModelCreating(ModelBuilder modelBuilder)
    {
        if (Database.IsNpgsql())
            modelBuilder.HasDefaultSchema("app");
        modelBuilder.AddProfileMirror();
        modelBuilder.Entity<MirroredProfile>().HasQueryFilter(profile => profile.Name == "nobody");
    }
}
