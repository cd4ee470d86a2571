using CsCheck;
using FluentProfiles.Tests.Properties.Oracle;

namespace FluentProfiles.Tests.Properties.Cases;

/// <summary>Runs a query in parts, each resumed from the token of the one before, and compares all of them together with one
/// run without interruption.</summary>
/// <param name="Kind">How a part ends.</param>
/// <param name="At">After how many reads, pages or items.</param>
/// <param name="Parts">How many parts, the last one without interruption.</param>
internal sealed record Interruption(InterruptionKind Kind, int At, int Parts)
{
    private const int LongPage = 150;

    /// <summary>The time of a run whose time is to be up.</summary>
    public static readonly TimeSpan Time = TimeSpan.FromSeconds(10);

    public static readonly Gen<Interruption> Any = Gen.Select(
        Gen.OneOf(Enum.GetValues<InterruptionKind>()),
        Gen.Frequency((3, Gen.Int[1, 4]), (2, Gen.Int[5, 120])),
        Gen.Int[2, 4],
        (kind, at, parts) => new Interruption(kind, at, parts)
    );

    /// <returns>What is wrong, or null.</returns>
    public async Task<string?> FailureAsync<T>(IFaultySource source, ProfileQuery<T> asked)
    {
        var query = asked.WithPrefetch(0);
        var start = source.Reads;
        string whole;
        try
        {
            whole = Canon.List(await query.ToListAsync());
        }
        catch (Exception refusal) when (refusal is ProfilesConfigurationException or UnsupportedQueryException)
        {
            // There is nothing to resume.
            return null;
        }
        var end = source.Reads;
        var needed = end - start;
        var (items, interruptions) = await InPartsAsync(source, query);
        var inParts = Canon.List(items);
        if (inParts != whole)
            return $"expected:\n{whole}\nin parts:\n{inParts}";
        var sent = source.Reads - end;
        return Keeps(query.Explain()) && sent > needed + interruptions
            ? $"{sent} reads with {interruptions} interruptions, and {needed} without"
            : null;
    }

    /// <summary>Whether an interruption costs no more than a page read again: not where a run begins again, reads profiles one
    /// by one, or holds back what the far end has given, and not where a page of one's own sets the size.</summary>
    private bool Keeps(QueryPlan plan) =>
        !plan.Execution.BeginsAgain
        && plan.Lookups == 0
        && plan is { TwoEnded: false, IgnoresTwoEndedScan: false }
        && Kind is not (InterruptionKind.Items or InterruptionKind.ShortPage)
        && !plan.OnClient.Any(step => step.StartsWith("WithDetails", StringComparison.Ordinal));

    private async Task<(List<T> Items, int Interruptions)> InPartsAsync<T>(IFaultySource source, ProfileQuery<T> query)
    {
        List<T> items = [];
        string? token = null;
        for (var part = 1; part < Parts; part++)
        {
            (token, var isEnd) = await PartAsync(source, query.ResumeFrom(token), token, items);
            if (isEnd)
                return (items, part - 1);
        }
        items.AddRange(await query.ResumeFrom(token).ToListAsync());
        return (items, Parts - 1);
    }

    private Task<Part> PartAsync<T>(IFaultySource source, ProfileQuery<T> query, string? token, List<T> items) =>
        Kind switch
        {
            InterruptionKind.FailedRead => FailedAsync(source, query, source.FailAt, items),
            InterruptionKind.TimeIsUp => FailedAsync(source, query.WithRunTimeout(Time), source.ElapseAt, items),
            InterruptionKind.ShortPage => ShortPageAsync(source, query.WithRunTimeout(Time), items),
            InterruptionKind.Page => PagesAsync(query, items),
            InterruptionKind.Items => ItemsAsync(query, items),
            InterruptionKind.Killed => KilledAsync(query, token, items),
            InterruptionKind.Cancelled => CancelledAsync(query, token, items),
            _ => throw new InvalidOperationException($"{Kind}"),
        };

    private async Task<Part> FailedAsync<T>(
        IFaultySource source,
        ProfileQuery<T> query,
        Action<int?> failAt,
        List<T> items
    )
    {
        failAt(At);
        try
        {
            await foreach (var item in query)
                items.Add(item);
            return Part.End;
        }
        catch (ProfilesException failure) when (source.IsFault(failure))
        {
            return Part.Until(TokenOf(failure));
        }
        finally
        {
            failAt(null);
        }
    }

    private async Task<Part> ShortPageAsync<T>(IFaultySource source, ProfileQuery<T> query, List<T> items)
    {
        source.ElapseAt(At);
        try
        {
            var page = await query.ToPageAsync(LongPage);
            items.AddRange(page.Items);
            return Part.Until(page.ResumeToken);
        }
        catch (ProfilesException failure) when (source.IsFault(failure))
        {
            return Part.Until(TokenOf(failure));
        }
        finally
        {
            source.ElapseAt(null);
        }
    }

    private async Task<Part> PagesAsync<T>(ProfileQuery<T> query, List<T> items)
    {
        var left = At;
        await foreach (var page in query.AsPages())
        {
            items.AddRange(page.Items);
            if (--left == 0)
                return Part.Until(page.ResumeToken);
        }
        return Part.End;
    }

    private async Task<Part> ItemsAsync<T>(ProfileQuery<T> query, List<T> items)
    {
        var page = await query.ToPageAsync(At);
        items.AddRange(page.Items);
        return Part.Until(page.ResumeToken);
    }

    private async Task<Part> KilledAsync<T>(ProfileQuery<T> query, string? token, List<T> items)
    {
        LastReport last = new();
        List<T> unsaved = [];
        await foreach (var item in query.WithProgress(last))
        {
            unsaved.Add(item);
            if (unsaved.Count == At)
                return last.PartBefore(token, unsaved, items);
        }
        items.AddRange(unsaved);
        return Part.End;
    }

    private async Task<Part> CancelledAsync<T>(ProfileQuery<T> query, string? token, List<T> items)
    {
        using CancellationTokenSource stop = new();
        LastReport last = new();
        List<T> unsaved = [];
        try
        {
            await foreach (var item in query.WithProgress(last).WithCancellation(stop.Token))
            {
                unsaved.Add(item);
                if (unsaved.Count == At)
                    await stop.CancelAsync();
            }
        }
        catch (OperationCanceledException) when (stop.IsCancellationRequested)
        {
            return last.PartBefore(token, unsaved, items);
        }
        items.AddRange(unsaved);
        return Part.End;
    }

    private static string TokenOf(ProfilesException failure) =>
        failure.ResumeToken ?? throw new InvalidOperationException("The failure has no token.");

    /// <param name="Token">The token to go on with.</param>
    /// <param name="IsEnd">Whether nothing is left to go on with.</param>
    private readonly record struct Part(string? Token, bool IsEnd)
    {
        public static Part End { get; } = new(null, IsEnd: true);

        public static Part Until(string? token) => new(token, token is null);
    }

    private sealed class LastReport : IProgress<QueryProgress>
    {
        private QueryProgress? saved;

        public void Report(QueryProgress value) => saved = value;

        /// <summary>The part of a consumer that has only what this report has seen.</summary>
        public Part PartBefore<T>(string? token, List<T> unsaved, List<T> items)
        {
            if (saved is null)
                return new(token, IsEnd: false);
            items.AddRange(unsaved.Take((int)saved.Returned));
            return Part.Until(saved.ResumeToken);
        }
    }
}
