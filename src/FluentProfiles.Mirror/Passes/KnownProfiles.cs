namespace FluentProfiles.Mirror.Passes;

/// <summary>Reads some stored profiles by id before anything is written: the service answers 404 for all of them if its key belongs
/// to another organization.</summary>
internal sealed class KnownProfiles(PassService service, PassStore store)
{
    public const int Asked = 10;

    // The key that was checked last; null before the first check.
    private string? checkedPrint;

    /// <summary>Checks a key that is not the one of the pass before, nor the one that was checked last. Reads nothing for one that
    /// was.</summary>
    /// <returns>The exception for a key that finds none of the profiles, or null.</returns>
    public async Task<MirrorStoppedException?> OfOtherKeyAsync(PassState pass, CancellationToken cancellationToken) =>
        await AskWithOtherKeyAsync(pass.IsApproved, cancellationToken).ConfigureAwait(false) is > 0 and var asked
            ? PassGuard.OfUnknown(pass, asked)
            : null;

    /// <summary>Checks the key of a pass that is about to write.</summary>
    /// <returns>The exception for a key that finds none of the profiles, or null.</returns>
    public async Task<MirrorStoppedException?> OfPassAsync(PassState pass, CancellationToken cancellationToken) =>
        await AskAsync(cancellationToken).ConfigureAwait(false) is > 0 and var asked
            ? PassGuard.OfUnknown(pass, asked)
            : null;

    /// <summary>Asks for some profiles if the key is not the one of the pass before, and notes a key that finds one.</summary>
    /// <param name="isApproved">True to take the key without asking.</param>
    /// <param name="cancellationToken">Cancels the requests.</param>
    /// <returns>How many profiles were asked for, none of which the service has; 0 for a key that may be used.</returns>
    private async Task<int> AskWithOtherKeyAsync(bool isApproved, CancellationToken cancellationToken)
    {
        var print = await service.KeyPrintAsync(cancellationToken).ConfigureAwait(false);
        if (print == checkedPrint)
            return 0;
        if (await store.HasOtherKeyAsync(print, cancellationToken).ConfigureAwait(false))
        {
            if (!isApproved && await AskAsync(cancellationToken).ConfigureAwait(false) is > 0 and var asked)
                return asked;
            await store.NoteKeyAsync(print, cancellationToken).ConfigureAwait(false);
        }
        checkedPrint = print;
        return 0;
    }

    /// <summary>Checks a key as <see cref="OfOtherKeyAsync"/> does.</summary>
    /// <exception cref="MirrorException">The key finds none of the profiles.</exception>
    public async Task ThrowIfOtherKeyAsync(CancellationToken cancellationToken) =>
        ThrowIfNone(await AskWithOtherKeyAsync(isApproved: false, cancellationToken).ConfigureAwait(false));

    /// <summary>Checks the key.</summary>
    /// <exception cref="MirrorException">The key finds none of the profiles.</exception>
    public async Task ThrowIfUnknownAsync(CancellationToken cancellationToken) =>
        ThrowIfNone(await AskAsync(cancellationToken).ConfigureAwait(false));

    /// <summary>Checks the key of another client than the mirror's.</summary>
    /// <exception cref="MirrorException">The key finds none of the profiles, or there is none to find.</exception>
    public async Task ThrowUnlessKnownAsync(CancellationToken cancellationToken)
    {
        var (asked, found) = await FindAsync(cancellationToken).ConfigureAwait(false);
        if (found == 0)
            throw new MirrorException(
                asked == 0
                    ? "The client has another key than the mirror, and the mirror has no profile that would show that both keys belong to the same organization and workspace. Nothing was created. Use the client of the mirror."
                    : $"The client has another key than the mirror, and the service responds to it with 404 for each of {asked} stored profiles, so the key may belong to another organization or workspace. Nothing was created. Use the client of the mirror."
            );
    }

    /// <summary>Asks for some profiles.</summary>
    /// <returns>How many, if the service has none of them; else 0.</returns>
    private async Task<int> AskAsync(CancellationToken cancellationToken)
    {
        var (asked, found) = await FindAsync(cancellationToken).ConfigureAwait(false);
        return found == 0 ? asked : 0;
    }

    private async Task<(int Asked, int Found)> FindAsync(CancellationToken cancellationToken)
    {
        var ids = await store.SampleAsync(Asked, cancellationToken).ConfigureAwait(false);
        var found = await service.ReadAsync(ids, cancellationToken).ConfigureAwait(false);
        return (ids.Count, found.Count(row => row is not null));
    }

    private static void ThrowIfNone(int asked)
    {
        if (asked > 0)
            throw new MirrorException(
                $"The service responds with 404 for each of {asked} stored profiles that it was asked for, so nothing was written. Its key may belong to another organization or workspace. Check the key, then run a pass."
            );
    }
}
