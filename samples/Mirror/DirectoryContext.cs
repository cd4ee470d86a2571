using FluentProfiles;
using Microsoft.EntityFrameworkCore;

namespace Mirror;

/// <summary>The application's context: its own tables, and those of the mirror.</summary>
internal sealed class DirectoryContext(DbContextOptions<DirectoryContext> options) : DbContext(options)
{
    public DbSet<Purchase> Purchases => Set<Purchase>();

    public DbSet<MirroredProfile> Profiles => Set<MirroredProfile>();

    public static DbContextOptions<DirectoryContext> OptionsOf(string file)
    {
        DbContextOptionsBuilder<DirectoryContext> options = new();
        Configure(options, file);
        return options.Options;
    }

    public static void Configure(DbContextOptionsBuilder options, string file) =>
        options.UseSqlite($"Data Source={file}");

    protected override void OnModelCreating(ModelBuilder modelBuilder)
    {
        modelBuilder.Entity<Purchase>().HasIndex(purchase => purchase.Customer);
        modelBuilder.AddProfileMirror();
    }
}
