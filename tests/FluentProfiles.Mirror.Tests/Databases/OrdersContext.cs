using Microsoft.EntityFrameworkCore;

namespace FluentProfiles.Mirror.Tests.Databases;

/// <summary>An application's context: orders of its own, and the mirror's tables.</summary>
public sealed class OrdersContext(DbContextOptions<OrdersContext> options) : DbContext(options)
{
    public DbSet<CustomerOrder> Orders => Set<CustomerOrder>();

    protected override void OnModelCreating(ModelBuilder modelBuilder) => modelBuilder.AddProfileMirror();
}
