using FluentProfiles.Mirror.Storing;

namespace FluentProfiles.Mirror.Tests.Leasing;

/// <summary>A holder of the lease in another process, which lives and dies as a test wants.</summary>
internal sealed class OtherHolder(MirrorStore store)
{
    public const string Name = "elsewhere/77/0f0f0f0f";

    /// <summary>Takes the lease, whoever has it.</summary>
    /// <param name="left">The time before it ends.</param>
    public Task TakeAsync(TimeSpan left) =>
        store.WriteAsync(
            async (writer, token) =>
            {
                var (scope, now) = (writer.Scope, await writer.NowAsync(token));
                (scope.LeaseOwner, scope.LeaseTerm) = (Name, scope.LeaseTerm + 1);
                (scope.LeasedSince, scope.LeasedUntil) = (now, now + left);
                writer.SaveScope();
            },
            default
        );

    /// <summary>Takes the lease, whoever has it, and releases it.</summary>
    public async Task TakeAndReleaseAsync()
    {
        await TakeAsync(TimeSpan.FromMinutes(1));
        await store.WriteAsync(
            (writer, _) =>
            {
                var scope = writer.Scope;
                (scope.LeaseOwner, scope.LeasedSince, scope.LeasedUntil) = (null, null, null);
                writer.SaveScope();
                return Task.CompletedTask;
            },
            default
        );
    }

    /// <summary>Changes when the lease of anybody ends.</summary>
    public Task SetEndAsync(TimeSpan left) =>
        store.WriteAsync(
            async (writer, token) =>
            {
                writer.Scope.LeasedUntil = await writer.NowAsync(token) + left;
                writer.SaveScope();
            },
            default
        );
}
