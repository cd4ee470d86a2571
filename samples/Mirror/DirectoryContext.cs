using FluentProfiles;
using Microsoft.EntityFrameworkCore;

namespace Mirror;

/// <summary>The application's context: its own tables, and those of the mirror.</summary>
internal sealed class DirectoryContext(DbContextOptions<DirectoryContext> options) : DbContext(options)
{
    public DbSet<Purchase> Purchases => Set<Purchase>();

    public DbSet<MirroredProfile> Profiles => Set<MirroredProfile>();

    public static DbContextOptions<DirectoryContext> OptionsOf(string file) =>
        new DbContextOptionsBuilder<DirectoryContext>().UseSqlite($"Data Source={file}").Options;

    protected override void OnModelCreating(ModelBuilder modelBuilder)
    {
        modelBuilder.Entity<Purchase>().HasIndex(purchase => purchase.Customer);
        modelBuilder.AddProfileMirror();
    }
}
