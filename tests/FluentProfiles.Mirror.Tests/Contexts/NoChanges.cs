using Microsoft.EntityFrameworkCore.Diagnostics;

namespace FluentProfiles.Mirror.Tests.Contexts;

/// <summary>An interceptor that lets nothing be saved: what the mirror writes does not pass the application's.</summary>
internal sealed class NoChanges : SaveChangesInterceptor
{
    public override ValueTask<InterceptionResult<int>> SavingChangesAsync(
        DbContextEventData eventData,
        InterceptionResult<int> result,
        CancellationToken cancellationToken = default
    ) => throw new InvalidOperationException("Nothing is saved.");
}
