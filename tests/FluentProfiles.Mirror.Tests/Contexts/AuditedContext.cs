using Microsoft.EntityFrameworkCore;

namespace FluentProfiles.Mirror.Tests.Contexts;

/// <summary>A context that adds columns to all of its entities, as many applications do, and an index of its own.</summary>
/// <param name="options">The options.</param>
/// <param name="isRequired">True for one more column of profiles, which is required and has no default.</param>
public sealed class AuditedContext(DbContextOptions<AuditedContext> options, bool isRequired = false)
    : DbContext(options)
{
    public bool IsRequired => isRequired;

    protected override void OnModelCreating(ModelBuilder modelBuilder)
    {
        modelBuilder.AddProfileMirror();
        foreach (var entity in modelBuilder.Model.GetEntityTypes().Select(type => modelBuilder.Entity(type.ClrType)))
        {
            entity.Property<string>("ModifiedBy");
            entity.Property<bool>("IsDeleted").HasDefaultValue(false);
            entity.Property<DateTime>("ModifiedAt").HasDefaultValueSql("CURRENT_TIMESTAMP");
            entity.HasIndex("IsDeleted");
            if (Database.IsNpgsql())
                entity.Property<uint>("xmin").IsRowVersion();
        }
        if (isRequired)
            modelBuilder.Entity<MirroredProfile>().Property<int>("Tenant");
        modelBuilder.Entity<MirroredProfile>().HasIndex(profile => profile.ReferenceId);
        modelBuilder.Entity<MirroredProfile>().HasIndex(profile => new { profile.Country, profile.Name });
        modelBuilder.Entity<MirroredProfile>().HasIndex("Scope", "IsDeleted");
        modelBuilder.Entity<MirroredProfile>().HasIndex(profile => profile.Scope);
    }
}
