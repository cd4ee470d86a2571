namespace FluentProfiles.Tests.Properties.Expressions.Cases;

/// <summary>A source other than the service.</summary>
/// <param name="Query">A query of all its profiles.</param>
/// <param name="Owned">Disposed of with it.</param>
internal sealed record OtherSource(ProfileQuery<UserProfile> Query, params IReadOnlyList<IAsyncDisposable> Owned)
    : IAsyncDisposable
{
    public async ValueTask DisposeAsync()
    {
        foreach (var owned in Owned)
            await owned.DisposeAsync();
    }
}
