using System.Globalization;
using System.Runtime.CompilerServices;
using FluentProfiles.Mirror.Errors;
using FluentProfiles.Mirror.Passes;
using FluentProfiles.Mirror.References.Caching;
using FluentProfiles.Mirror.References.Creating;
using FluentProfiles.Mirror.References.Flights;
using FluentProfiles.Mirror.Storing;
using FluentProfiles.Mirror.Telemetry;
using FluentProfiles.Telemetry;
using Microsoft.Extensions.Logging;

namespace FluentProfiles.Mirror.References;

/// <summary>The profiles by reference. Thread-safe.</summary>
internal sealed class ReferenceDirectory : IAsyncDisposable
{
    // So long the end of the mirror waits for answers to creates, and then for transactions under way.
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(2);

    // So many references are looked up by one statement.
    private const int BatchSize = 1_000;

    private readonly CancellationTokenSource stop = new();
    private readonly CancellationTokenSource close = new();
    private readonly ReferenceCache cache;
    private readonly FollowedCache followed;
    private readonly ReferenceParts parts;
    private readonly ReferenceFlights flights;
    private readonly Watchers watchers;

    /// <param name="client">The client of the mirror.</param>
    /// <param name="store">The database.</param>
    /// <param name="passes">The passes of the mirror.</param>
    /// <param name="options">The options.</param>
    /// <param name="log">Takes lines for people.</param>
    public ReferenceDirectory(
        ProfilesClient client,
        MirrorStore store,
        MirrorPasses passes,
        ProfileMirrorOptions options,
        ILogger log
    )
    {
        var times = options.ReferenceTimes;
        watchers = client.Service.Settings.Watchers;
        ReferenceStore claims = new(store);
        cache = new(options.CachedReferences, passes.Clock);
        followed = new(cache, store, times, passes.Clock);
        parts = new(
            claims,
            new(claims, store, times),
            new(client, store, passes.Store),
            new(claims, cache, store.Rows, options.ChooseDuplicate, log, watchers),
            new(new NewestLook(client, store, passes).RunAsync, stop.Token),
            new(client, store.Members),
            store.Rows,
            store.Seen,
            times,
            passes.Clock,
            stop.Token,
            close.Token
        );
        flights = new((flight, token) => new ReferenceSearch(parts, flight).RunAsync(token), stop.Token);
    }

    public ReferenceStore Claims => parts.Claims;

    /// <summary>Checks the keys of clients.</summary>
    public ClientKeys Keys => parts.Keys;

    /// <summary>Finds the profile of a reference, or creates it.</summary>
    /// <exception cref="ObjectDisposedException">The mirror was disposed.</exception>
    public async ValueTask<ProfileReference> GetOrCreateAsync(
        string reference,
        CreateRequest request,
        CancellationToken cancellationToken
    )
    {
        if (stop.IsCancellationRequested)
            throw DisposedMirror.Error();
        if (await CachedAsync(reference, cancellationToken).ConfigureAwait(false) is { } cached)
            return cached;
        parts.Rules.Check(reference);
        try
        {
            var found = await flights.JoinAsync(reference, request, cancellationToken).ConfigureAwait(false);
            MirrorTelemetry.CountReference(watchers, found.WasCreated ? "created" : "found");
            return found;
        }
        catch (ProfilesUnknownOutcomeException)
        {
            MirrorTelemetry.CountReference(watchers, "unresolved");
            throw;
        }
    }

    /// <summary>Finds the profile of a reference; null where the mirror has none.</summary>
    public async ValueTask<ProfileReference?> FindAsync(string reference, CancellationToken cancellationToken)
    {
        if (await CachedAsync(reference, cancellationToken).ConfigureAwait(false) is { } cached)
            return cached;
        parts.Rules.Check(reference);
        var seen = await parts
            .Claims.ReadAsync((reader, token) => reader.FindAsync(reference, token), cancellationToken)
            .ConfigureAwait(false);
        MirrorTelemetry.CountReference(watchers, seen.Ids.Count > 0 ? "found" : "absent");
        return seen.Ids.Count > 0
            ? await parts.Found.OfAsync(reference, seen, cancellationToken).ConfigureAwait(false)
            : null;
    }

    /// <summary>Finds the profiles of many references, each batch by one statement.</summary>
    public async Task<IReadOnlyDictionary<string, ProfileReference>> FindManyAsync(
        IEnumerable<string> references,
        CancellationToken cancellationToken
    )
    {
        string[] all = [.. references];
        for (var index = 0; index < all.Length; index++)
            parts.Rules.Check(
                all[index],
                string.Create(CultureInfo.InvariantCulture, $"{nameof(references)}[{index}]")
            );
        string[] wanted = [.. all.Distinct(StringComparer.Ordinal)];
        Dictionary<string, ProfileReference> found = new(StringComparer.Ordinal);
        await parts
            .Claims.ReadAsync((reader, token) => reader.ThrowUnlessReadyAsync(token), cancellationToken)
            .ConfigureAwait(false);
        foreach (var batch in wanted.Chunk(BatchSize))
        {
            var rows = await parts
                .Claims.ReadAsync((reader, token) => reader.FindManyAsync(batch, token), cancellationToken)
                .ConfigureAwait(false);
            foreach (var group in rows.GroupBy(row => row.Place, row => row.Id))
            {
                var reference = batch[group.Key];
                found[reference] = await parts
                    .Found.ChooseAsync(reference, [.. group.Take(ReferenceReader.Most)], cancellationToken)
                    .ConfigureAwait(false);
            }
        }
        return found;
    }

    /// <summary>Reads the references that several profiles have.</summary>
    public async IAsyncEnumerable<DuplicateReference> DuplicatesAsync(
        [EnumeratorCancellation] CancellationToken cancellationToken
    )
    {
        await ThrowUnlessReadyAsync(cancellationToken).ConfigureAwait(false);
        string? after = null;
        while (true)
        {
            var place = after;
            var (batch, last) = await parts
                .Claims.ReadAsync(
                    (reader, token) => reader.DuplicatesAsync(place, parts.Rows, token),
                    cancellationToken
                )
                .ConfigureAwait(false);
            foreach (var duplicate in batch)
                yield return duplicate;
            if (last is null)
                yield break;
            after = last;
        }
    }

    /// <exception cref="ProfilesConfigurationException">The mirror has no references.</exception>
    /// <exception cref="MirrorNotReadyException">No full pass is complete yet, or stored profiles may lack their reference.</exception>
    public async Task ThrowUnlessReadyAsync(CancellationToken cancellationToken)
    {
        parts.Rules.Check();
        await parts
            .Claims.ReadAsync((reader, token) => reader.ThrowIfLackingAsync(token), cancellationToken)
            .ConfigureAwait(false);
    }

    /// <summary>Reads the newest profiles into the mirror.</summary>
    public Task LookAsync(CancellationToken cancellationToken) => parts.Look.RunAsync(from: null, cancellationToken);

    /// <summary>Ends the calls that have sent no create, or whose create was refused and waits for its retry. The others have a short time
    /// to store its answer.</summary>
    public async ValueTask DisposeAsync()
    {
        await stop.CancelAsync().ConfigureAwait(false);
        await EndAsync().ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        await close.CancelAsync().ConfigureAwait(false);
        await EndAsync().ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        cache.Dispose();

        Task EndAsync() => flights.EndedAsync().WaitAsync(Patience, parts.Clock);
    }

    private async ValueTask<ProfileReference?> CachedAsync(string reference, CancellationToken cancellationToken)
    {
        ArgumentException.ThrowIfNullOrEmpty(reference);
        var cached = await followed.FindAsync(reference, cancellationToken).ConfigureAwait(false);
        if (cached is not null)
            MirrorTelemetry.CountReference(watchers, "cached");
        return cached;
    }
}
