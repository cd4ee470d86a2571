using Microsoft.EntityFrameworkCore;

namespace FluentProfiles.Mirror.Tests.KilledMirror;

/// <summary>An application's context with the tables of the mirror.</summary>
internal sealed class ReplicaContext(DbContextOptions<ReplicaContext> options) : DbContext(options)
{
    protected override void OnModelCreating(ModelBuilder modelBuilder) => modelBuilder.AddProfileMirror();
}
