using System.Runtime.CompilerServices;
using System.Text.Json;
using FluentProfiles.Mirror.Contexts;
using FluentProfiles.Mirror.Model;
using FluentProfiles.Mirror.Model.Columns;
using FluentProfiles.Mirror.Storing;
using FluentProfiles.Mirror.Storing.Commands;

namespace FluentProfiles.Mirror.Changes;

/// <summary>Reads what has changed in a mirror, in order, where queries read: a token of the database itself would be ahead of the
/// profiles that a copy of it has. Thread-safe.</summary>
/// <param name="store">The database.</param>
/// <param name="copy">Creates contexts on the copy that queries read; null where they read the database itself.</param>
/// <param name="clock">The time between two looks.</param>
internal sealed class ChangeFeed(MirrorStore store, MirrorContexts? copy, TimeProvider clock)
{
    /// <summary>Reads a token.</summary>
    /// <exception cref="ArgumentException">The text is no token, or one of another scope.</exception>
    public ChangeToken? TokenOf(string? text, string parameter) =>
        text is null ? null : ChangeToken.Read(text, store.Scope, parameter);

    /// <summary>The position behind the last change.</summary>
    public async Task<string> EndAsync(CancellationToken cancellationToken)
    {
        var scope = await ReadAsync(ChangeReader.ScopeAsync, cancellationToken).ConfigureAwait(false);
        ChangePage.ThrowIfNotReady(scope);
        var page = await PageAsync(scope.ChangesGiven, cancellationToken).ConfigureAwait(false);
        var last = page.Entries.FirstOrDefault(entry => entry.Position == scope.ChangesGiven);
        return new ChangeToken(scope.Feed, scope.ChangesGiven, last is null ? 0 : Microseconds.Of(last.At)).Write(
            store.Scope
        );
    }

    /// <summary>Reads the changes behind a position.</summary>
    /// <param name="after">The position; null for the oldest change that is kept.</param>
    /// <param name="pause">The time between two looks at the end; null to end there.</param>
    /// <param name="cancellationToken">Cancels the reads.</param>
    public async IAsyncEnumerable<ProfileChange> ReadAsync(
        ChangeToken? after,
        TimeSpan? pause,
        [EnumeratorCancellation] CancellationToken cancellationToken
    )
    {
        var token = after;
        while (true)
        {
            var page = await PageAsync(token, cancellationToken).ConfigureAwait(false);
            foreach (var entry in page.Behind(token ?? page.Start))
            {
                token = new(page.Scope.Feed, entry.Position, Microseconds.Of(entry.At));
                yield return ChangeOf(entry, token);
                cancellationToken.ThrowIfCancellationRequested();
            }
            if (page.Entries.Count > ChangeReader.PageSize)
                continue;
            if (pause is not { } wait)
                yield break;
            // From here on, nothing may be missing.
            token ??= page.Start;
            await Task.Delay(wait, clock, cancellationToken).ConfigureAwait(false);
        }
    }

    /// <summary>The page behind a token. A copy may be older than the token, which then came from the database or from another copy: it
    /// has no changes yet, unless the database does not know the token either.</summary>
    private async Task<ChangePage> PageAsync(ChangeToken? token, CancellationToken cancellationToken)
    {
        var page = await PageAsync(token?.Position ?? 0, cancellationToken).ConfigureAwait(false);
        return copy is not null && token is not null && !page.Knows(token)
            ? new([], await store.ReadScopeAsync(cancellationToken).ConfigureAwait(false))
            : page;
    }

    private Task<ChangePage> PageAsync(long from, CancellationToken cancellationToken) =>
        ReadAsync((session, scope, token) => ChangeReader.PageAsync(session, scope, from, token), cancellationToken);

    private Task<T> ReadAsync<T>(
        Func<MirrorSession, int, CancellationToken, Task<T>> read,
        CancellationToken cancellationToken
    ) => store.ReadInSessionAsync(read, copy ?? store.Contexts, cancellationToken);

    private ProfileChange ChangeOf(MirrorChange entry, ChangeToken token) =>
        new()
        {
            ProfileId = entry.Profile,
            Kind = entry.Kind,
            At = entry.At,
            Fields = JsonSerializer.Deserialize<string[]>(entry.Fields)!,
            Before = ProfileOf(entry.Before, entry.At),
            After = ProfileOf(entry.After, entry.At),
            Token = token.Write(store.Scope),
        };

    private UserProfile? ProfileOf(byte[]? json, DateTimeOffset at) =>
        json is null ? null : store.Rows.Read(json, at).Profile;
}
