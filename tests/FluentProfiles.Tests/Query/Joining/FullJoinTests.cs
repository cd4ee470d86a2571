using System.Collections;
using System.Runtime.CompilerServices;

namespace FluentProfiles.Tests.Query.Joining;

public sealed class FullJoinTests
{
    private static readonly UserProfile[] Customers =
    [
        Customer(1, "a"),
        Customer(2, null),
        Customer(3, "b"),
        Customer(4, "a"),
        Customer(5, "c"),
        Customer(6, "a"),
    ];

    [Fact]
    public async Task EachRowAndEachProfile_ComesOnceForWhatItIs()
    {
        await using var service = await TestService.StartAsync(Customers);
        Row[] rows = [new("x", 1), new("a", 2), new(null, 3), new("b", 4), new("a", 5), new("x", 6)];

        var matches = await service
            .Query()
            .OrderBy(p => p.CreatedAt)
            .FullJoinAsync(rows, row => row.Reference, p => p.ExternalUserDetails.ReferenceId)
            .ToListAsync();

        Assert.Equal(
            [
                (MatchKind.Matched, 2, "uprof_1"),
                (MatchKind.DuplicateRow, 5, "uprof_1"),
                (MatchKind.ProfileOnly, null, "uprof_2"),
                (MatchKind.Matched, 4, "uprof_3"),
                (MatchKind.DuplicateProfile, 2, "uprof_4"),
                (MatchKind.ProfileOnly, null, "uprof_5"),
                (MatchKind.DuplicateProfile, 2, "uprof_6"),
                (MatchKind.RowOnly, 1, null),
                (MatchKind.RowOnly, 3, null),
                (MatchKind.DuplicateRow, 6, null),
            ],
            matches.Select(match => (match.Kind, match.Row?.Number, match.Profile?.Id))
        );
    }

    [Theory]
    [InlineData(0, 0)]
    [InlineData(0, 3)]
    [InlineData(250, 0)]
    [InlineData(250, 400)]
    public async Task Profiles_AreReadInOnePass(int profiles, int rows)
    {
        await using var service = await TestService.StartAsync(profiles);
        var references = Enumerable.Range(100, rows).Select(i => $"user-{i}").ToArray();

        var kinds = await service
            .Query()
            .FullJoinAsync(references, row => row, p => p.ExternalUserDetails.ReferenceId)
            .CountBy(match => match.Kind)
            .ToDictionaryAsync(pair => pair.Key, pair => pair.Value);

        var matched = Math.Max(0, Math.Min(profiles, 100 + rows) - 100);
        Assert.Equal(matched, kinds.GetValueOrDefault(MatchKind.Matched));
        Assert.Equal(profiles - matched, kinds.GetValueOrDefault(MatchKind.ProfileOnly));
        Assert.Equal(rows - matched, kinds.GetValueOrDefault(MatchKind.RowOnly));
        Assert.Equal(Math.Max(1, (profiles + 99) / 100), service.Requests.Count);
    }

    [Theory]
    [InlineData(0)]
    [InlineData(1)]
    [InlineData(500)]
    public async Task AsyncRows_AreMatchedAsRowsAre(int count)
    {
        await using var service = await TestService.StartAsync(250);
        Random random = new(count);
        var rows = Enumerable
            .Range(0, count)
            .Select(i => new Row(random.Next(8) == 0 ? null : $"user-{random.Next(400)}", i))
            .ToArray();
        var query = service.Query();

        var expected = await query
            .FullJoinAsync(rows, row => row.Reference, p => p.ExternalUserDetails.ReferenceId)
            .Select(match => (match.Kind, match.Row?.Number, match.Profile?.Id))
            .ToListAsync();
        service.Emulator.ClearRequests();
        var actual = await query
            .FullJoinAsync(Slowly(rows), row => row.Reference, p => p.ExternalUserDetails.ReferenceId)
            .Select(match => (match.Kind, match.Row?.Number, match.Profile?.Id))
            .ToListAsync();

        Assert.Equal(expected, actual);
        Assert.Equal(3, service.Requests.Count);
    }

    [Fact]
    public async Task AsyncRows_AreReadAgainByEachEnumeration()
    {
        await using var service = await TestService.StartAsync(3);
        List<string> rows = ["user-0"];
        var join = service
            .Query()
            .FullJoinAsync(Slowly(rows), row => row, p => p.ExternalUserDetails.ReferenceId)
            .Where(match => match.Kind == MatchKind.Matched);

        Assert.Equal(1, await join.CountAsync());
        rows.Add("user-2");
        Assert.Equal(2, await join.CountAsync());
    }

    [Fact]
    public async Task AsyncRowsThatFail_ThrowTheirOwnExceptionBeforeSending()
    {
        await using var service = await TestService.StartAsync(3);
        InvalidOperationException failure = new("the database is gone");

        var join = service
            .Query()
            .FullJoinAsync(Failing("user-1", failure), row => row, p => p.ExternalUserDetails.ReferenceId);

        Assert.Same(failure, await Assert.ThrowsAsync<InvalidOperationException>(async () => await join.ToListAsync()));
        Assert.Empty(service.Requests);
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task AsyncRows_SeeTheToken(bool ofEnumerator)
    {
        await using var service = await TestService.StartAsync(3);
        using CancellationTokenSource source = new();
        var join = service
            .Query()
            .FullJoinAsync(
                Endless(source),
                row => row,
                p => p.ExternalUserDetails.ReferenceId,
                cancellationToken: ofEnumerator ? default : source.Token
            );

        await Assert.ThrowsAnyAsync<OperationCanceledException>(async () =>
            await join.ToListAsync(ofEnumerator ? source.Token : default)
        );
        Assert.Empty(service.Requests);
    }

    [Fact]
    public async Task RowsOfBothKinds_AreReadAsynchronously()
    {
        await using var service = await TestService.StartAsync(3);

        var match = await service
            .Query()
            .FullJoinAsync(new TwoWays("user-1"), row => row, p => p.ExternalUserDetails.ReferenceId)
            .SingleAsync(match => match.Kind == MatchKind.Matched);

        Assert.Equal("user-1", match.Row);
    }

    [Fact]
    public void AsyncRowsThatAreNull_Throw()
    {
        var query = ProfileQuery.FromItems([]);
        IAsyncEnumerable<string> rows = null!;

        Assert.Throws<ArgumentNullException>("rows", () => query.FullJoinAsync(rows, row => row, p => p.Name));
    }

    [Fact]
    public async Task Profiles_ComeBeforeTheNextPageIsRead()
    {
        await using var service = await TestService.StartAsync(250);

        var first = await service
            .Query()
            .WithPrefetch(0)
            .FullJoinAsync(["user-249"], row => row, p => p.ExternalUserDetails.ReferenceId)
            .FirstAsync();

        Assert.Equal((MatchKind.Matched, "uprof_000249"), (first.Kind, first.Profile!.Id));
        Assert.Single(service.Requests);
    }

    [Fact]
    public async Task Projection_IsJoinedAndAloneIsRead()
    {
        await using var service = await TestService.StartAsync(Customers);
        QueryProgress? last = null;

        var ids = await service
            .Query()
            .WithProgress(new Listener(progress => last = progress))
            .Select(p => new { p.Id, Reference = p.Metadata["reference"] })
            .FullJoinAsync(["A", "B"], row => row, p => p.Reference, StringComparer.OrdinalIgnoreCase)
            .Where(match => match.Kind == MatchKind.Matched)
            .Select(match => match.Profile!.Id)
            .ToListAsync();

        Assert.Equal(["uprof_6", "uprof_3"], ids);
        Assert.Equal(["id", "metadata"], last!.Plan!.Fields.Order());
    }

    [Fact]
    public async Task KeysThatAreValues_AreJoined()
    {
        var query = ProfileQuery.FromItems(Customers);

        var kinds = await query
            .FullJoinAsync([1, 9], row => row, p => p.CreatedAt.Minute)
            .Where(match => match.Kind != MatchKind.ProfileOnly)
            .Select(match => (match.Kind, match.Row))
            .ToListAsync();

        Assert.Equal([(MatchKind.Matched, 1), (MatchKind.RowOnly, 9)], kinds);
    }

    [Fact]
    public async Task EachEnumeration_ReadsTheRowsAnew()
    {
        List<string> rows = ["a"];
        var join = ProfileQuery
            .FromItems(Customers)
            .FullJoinAsync(rows, row => row, p => p.ExternalUserDetails.ReferenceId);

        Assert.Equal(6, await join.CountAsync());
        rows.Add("z");
        Assert.Equal(7, await join.CountAsync());
    }

    [Fact]
    public async Task RandomKeysOnBothSides_AreAllAccountedFor()
    {
        var random = new Random(7);
        string? Key() => random.Next(5) is var key && key == 0 ? null : $"k{key}";
        for (var round = 0; round < 300; round++)
        {
            var rows = Enumerable.Range(0, random.Next(8)).Select(number => new Row(Key(), number)).ToArray();
            var profiles = Enumerable.Range(0, random.Next(8)).Select(number => Customer(number, Key())).ToArray();

            var matches = await ProfileQuery
                .FromItems(profiles)
                .FullJoinAsync(rows, row => row.Reference, p => p.ExternalUserDetails.ReferenceId)
                .ToListAsync();

            AssertAccountedFor(rows, profiles, matches);
        }
    }

    [Fact]
    public async Task Cancellation_Cancels()
    {
        await using var service = await TestService.StartAsync(Customers);
        using CancellationTokenSource stop = new();
        await stop.CancelAsync();
        var join = service
            .Query()
            .FullJoinAsync(["a"], row => row, p => p.ExternalUserDetails.ReferenceId, cancellationToken: stop.Token);

        await Assert.ThrowsAnyAsync<OperationCanceledException>(async () => await join.CountAsync());
        Assert.Empty(service.Requests);
    }

    [Fact]
    public void InvalidInputs_Throw()
    {
        var query = ProfileQuery.FromItems(Customers);
        string[] rows = [];

        Assert.Throws<ArgumentNullException>(() => query.FullJoinAsync((string[])null!, row => row, p => p.Name));
        Assert.Throws<ArgumentNullException>(() => query.FullJoinAsync(rows, null!, p => p.Name));
        Assert.Throws<ArgumentNullException>(() => query.FullJoinAsync(rows, row => row, null!));
    }

    private static void AssertAccountedFor(
        Row[] rows,
        UserProfile[] profiles,
        List<ProfileMatch<Row, UserProfile>> matches
    )
    {
        var byKind = matches.ToLookup(match => match.Kind);
        var ofRows = byKind[MatchKind.Matched].Concat(byKind[MatchKind.RowOnly]).Concat(byKind[MatchKind.DuplicateRow]);
        Assert.Equal(rows, ofRows.Select(match => match.Row!).OrderBy(row => row.Number));
        var ofProfiles = byKind[MatchKind.Matched]
            .Concat(byKind[MatchKind.ProfileOnly])
            .Concat(byKind[MatchKind.DuplicateProfile]);
        Assert.Equal(profiles, ofProfiles.Select(match => match.Profile!).OrderBy(profile => profile.Id));

        var rowKeys = rows.Select(row => row.Reference).OfType<string>().ToHashSet();
        var profileKeys = profiles.Select(p => p.ExternalUserDetails.ReferenceId).OfType<string>().ToHashSet();
        Assert.Equal(rowKeys.Intersect(profileKeys).Count(), byKind[MatchKind.Matched].Count());
        Assert.Equal(
            rows.Count(row => row.Reference is null) + rowKeys.Except(profileKeys).Count(),
            byKind[MatchKind.RowOnly].Count()
        );
        Assert.Equal(
            profiles.Count(p => p.ExternalUserDetails.ReferenceId is not { } key || !rowKeys.Contains(key)),
            byKind[MatchKind.ProfileOnly].Count()
        );
        Assert.All(
            matches.Where(match => match is { Row: not null, Profile: not null }),
            match => Assert.Equal(match.Row!.Reference, match.Profile!.ExternalUserDetails.ReferenceId)
        );
    }

    private static UserProfile Customer(int number, string? reference) =>
        new()
        {
            Id = $"uprof_{number}",
            CreatedAt = TestProfiles.Start.AddMinutes(number),
            Metadata = reference is null ? new() : new() { ["reference"] = reference },
            ExternalUserDetails = new() { ReferenceId = reference },
        };

    private sealed record Row(string? Reference, int Number);

    private sealed class Listener(Action<QueryProgress> hear) : IProgress<QueryProgress>
    {
        public void Report(QueryProgress value) => hear(value);
    }

    private static async IAsyncEnumerable<T> Slowly<T>(IEnumerable<T> rows)
    {
        foreach (var row in rows)
        {
            await Task.Yield();
            yield return row;
        }
    }

    private static async IAsyncEnumerable<string> Failing(string row, Exception failure)
    {
        yield return row;
        await Task.Yield();
        throw failure;
    }

    private static async IAsyncEnumerable<string> Endless(
        CancellationTokenSource source,
        [EnumeratorCancellation] CancellationToken cancellationToken = default
    )
    {
        for (var i = 0; ; i++)
        {
            if (i == 10)
                await source.CancelAsync();
            cancellationToken.ThrowIfCancellationRequested();
            yield return $"{i}";
        }
    }

    /// <summary>Like a set of EF Core, which is both.</summary>
    private sealed class TwoWays(string row) : IEnumerable<string>, IAsyncEnumerable<string>
    {
        public IAsyncEnumerator<string> GetAsyncEnumerator(CancellationToken cancellationToken = default) =>
            Slowly([row]).GetAsyncEnumerator(cancellationToken);

        public IEnumerator<string> GetEnumerator() => throw new InvalidOperationException("It would block.");

        IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();
    }
}
