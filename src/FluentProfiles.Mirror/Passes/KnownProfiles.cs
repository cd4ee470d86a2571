namespace FluentProfiles.Mirror.Passes;

/// <summary>Reads some stored profiles by id before a pass writes: the service answers 404 for all of them if its key belongs to
/// another organization.</summary>
internal sealed class KnownProfiles(PassService service, PassStore store)
{
    public const int Asked = 10;

    /// <summary>Checks a key that is not the one of the pass before.</summary>
    /// <returns>The exception for a key that finds none of the profiles, or null.</returns>
    public async Task<MirrorStoppedException?> OfOtherKeyAsync(PassState pass, CancellationToken cancellationToken)
    {
        var print = await service.KeyPrintAsync(cancellationToken).ConfigureAwait(false);
        if (!await store.HasOtherKeyAsync(print, cancellationToken).ConfigureAwait(false))
            return null;
        var stop = pass.IsApproved ? null : await OfPassAsync(pass, cancellationToken).ConfigureAwait(false);
        if (stop is null)
            await store.NoteKeyAsync(print, cancellationToken).ConfigureAwait(false);
        return stop;
    }

    /// <summary>Checks the key of a pass that is about to write.</summary>
    /// <returns>The exception for a key that finds none of the profiles, or null.</returns>
    public async Task<MirrorStoppedException?> OfPassAsync(PassState pass, CancellationToken cancellationToken)
    {
        var ids = await store.SampleAsync(Asked, cancellationToken).ConfigureAwait(false);
        var found = await service.ReadAsync(ids, cancellationToken).ConfigureAwait(false);
        return ids.Count > 0 && found.All(row => row is null) ? PassGuard.OfUnknown(pass, ids.Count) : null;
    }
}
