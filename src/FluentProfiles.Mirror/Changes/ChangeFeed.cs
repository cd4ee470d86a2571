using System.Runtime.CompilerServices;
using System.Text.Json;
using FluentProfiles.Mirror.Model;
using FluentProfiles.Mirror.Model.Columns;
using FluentProfiles.Mirror.Storing;

namespace FluentProfiles.Mirror.Changes;

/// <summary>Reads what has changed in a mirror, in order. Thread-safe.</summary>
/// <param name="store">The database.</param>
/// <param name="clock">The time between two looks.</param>
internal sealed class ChangeFeed(MirrorStore store, TimeProvider clock)
{
    /// <summary>Reads a token.</summary>
    /// <exception cref="ArgumentException">The text is no token, or one of another scope.</exception>
    public ChangeToken? TokenOf(string? text, string parameter) =>
        text is null ? null : ChangeToken.Read(text, store.Scope, parameter);

    /// <summary>The position behind the last change.</summary>
    public async Task<string> EndAsync(CancellationToken cancellationToken)
    {
        var scope = await store.ReadScopeAsync(cancellationToken).ConfigureAwait(false);
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
        var token = after ?? await StartAsync(cancellationToken).ConfigureAwait(false);
        while (true)
        {
            var page = await PageAsync(token.Position, cancellationToken).ConfigureAwait(false);
            foreach (var entry in page.Behind(token))
            {
                token = new(token.Feed, entry.Position, Microseconds.Of(entry.At));
                yield return ChangeOf(entry, token);
                cancellationToken.ThrowIfCancellationRequested();
            }
            if (page.Entries.Count > ChangeReader.PageSize)
                continue;
            if (pause is not { } wait)
                yield break;
            await Task.Delay(wait, clock, cancellationToken).ConfigureAwait(false);
        }
    }

    private async Task<ChangeToken> StartAsync(CancellationToken cancellationToken)
    {
        var scope = await store.ReadScopeAsync(cancellationToken).ConfigureAwait(false);
        return new(scope.Feed, scope.ChangesDropped, At: 0);
    }

    private Task<ChangePage> PageAsync(long from, CancellationToken cancellationToken) =>
        store.ReadInSessionAsync(
            (session, scope, token) => ChangeReader.PageAsync(session, scope, from, token),
            store.Contexts,
            cancellationToken
        );

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
