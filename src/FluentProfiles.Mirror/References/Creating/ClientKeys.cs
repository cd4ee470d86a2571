using FluentProfiles.Mirror.Passes;
using FluentProfiles.Mirror.Storing;

namespace FluentProfiles.Mirror.References.Creating;

/// <summary>Rejects clients whose key may belong to another organization than the profiles of the mirror. Thread-safe.</summary>
/// <param name="own">The client of the mirror.</param>
/// <param name="store">The database.</param>
/// <param name="passes">The passes of the mirror.</param>
internal sealed class ClientKeys(ProfilesClient own, MirrorStore store, PassStore passes)
{
    // The latest other key that has found profiles of the mirror.
    private volatile string? known;

    /// <summary>True for a client whose key is that of the mirror, with which the looks are sent.</summary>
    public bool IsOwn(ProfilesClient client) => client.Service.Settings == own.Service.Settings;

    /// <summary>Checks a key. One that is not the mirror's has to find a profile of the mirror.</summary>
    /// <exception cref="MirrorException">It finds none.</exception>
    public async Task ThrowIfOtherAsync(ProfilesClient client, CancellationToken cancellationToken)
    {
        KnownProfiles profiles = new(new(client.Service, store.Rows, store.Seen), passes);
        var print = await PrintAsync(client, cancellationToken).ConfigureAwait(false);
        if (IsOwn(client) || print == await PrintAsync(own, cancellationToken).ConfigureAwait(false))
            await profiles.ThrowIfOtherKeyAsync(cancellationToken).ConfigureAwait(false);
        else if (print != known)
        {
            await profiles.ThrowUnlessKnownAsync(cancellationToken).ConfigureAwait(false);
            known = print;
        }
    }

    private static Task<string> PrintAsync(ProfilesClient client, CancellationToken cancellationToken) =>
        KeyPrint.OfAsync(client.Service.Settings, cancellationToken);
}
