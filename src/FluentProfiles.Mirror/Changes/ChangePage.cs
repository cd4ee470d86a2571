using FluentProfiles.Mirror.Model;

namespace FluentProfiles.Mirror.Changes;

/// <summary>Entries of the feed from a position on, and the scope as it was after they were read.</summary>
/// <param name="Entries">The entries, the first one at the position where there is one.</param>
/// <param name="Scope">The row of the scope.</param>
internal sealed record ChangePage(IReadOnlyList<MirrorChange> Entries, MirrorScope Scope)
{
    /// <summary>The position behind all changes that are no longer kept.</summary>
    public ChangeToken Start => new(Scope.Feed, Scope.ChangesDropped, At: 0);

    /// <summary>True where the feed has been at the position of a token.</summary>
    public bool Knows(ChangeToken token) => token.Feed == Scope.Feed && token.Position <= Scope.ChangesGiven;

    /// <summary>The entries behind a token.</summary>
    /// <exception cref="MirrorChangesExpiredException">Entries behind it are missing.</exception>
    /// <exception cref="MirrorNotReadyException">The first load has not ended.</exception>
    public IEnumerable<MirrorChange> Behind(ChangeToken token)
    {
        ThrowIfNotReady(Scope);
        if (token.Feed != Scope.Feed)
            throw Expired("The token is of a feed that has ended: the mirror was reset or rebuilt since");
        if (token.Position < Scope.ChangesDropped)
            throw Expired("The token is older than the changes that the mirror keeps (KeepChanges)");
        if (token.Position > Scope.ChangesGiven || IsOfOther(token))
            throw Expired(
                "The token is of a change that this database does not have: it was restored from a backup since"
            );
        return Entries.Where(entry => entry.Position > token.Position);
    }

    public static void ThrowIfNotReady(MirrorScope scope)
    {
        if (scope.AsOf is null)
            throw new MirrorNotReadyException(
                "The mirror has no changes before its first full pass has ended: they start from what that pass has found. Run mirror.RefreshAsync(), or wait for the refresher."
            );
    }

    // An erased profile leaves no entry, so there may be none at the position.
    private bool IsOfOther(ChangeToken token) =>
        token.At != 0
        && Entries is [var first, ..]
        && first.Position == token.Position
        && Model.Columns.Microseconds.Of(first.At) != token.At;

    private static MirrorChangesExpiredException Expired(string why) =>
        new(
            $"{why}, so changes behind it are missing. Take a new baseline: call GetChangesTokenAsync(), read all profiles with Query(), then go on with that token."
        );
}
