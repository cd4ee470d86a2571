using Microsoft.EntityFrameworkCore;

namespace Nightly;

public sealed class Customer
{
    public int Id { get; set; }
    public required string Reference { get; set; }
    public string? Name { get; set; }
    public required string Plan { get; set; }

    /// <summary>The profile's id, which requests to Claude name the customer by. Null until the first sync.</summary>
    public string? ProfileId { get; set; }
}

public sealed class CustomersDb(DbContextOptions<CustomersDb> options) : DbContext(options)
{
    public DbSet<Customer> Customers => Set<Customer>();
}
