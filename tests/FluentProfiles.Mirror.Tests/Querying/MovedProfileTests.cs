using FluentProfiles.Mirror.Tests.Databases;
using FluentProfiles.Tests;

namespace FluentProfiles.Mirror.Tests.Querying;

/// <summary>A run in an order that has no index sorts once, and profiles may get another value meanwhile.</summary>
public sealed class MovedProfileTests
{
    [Theory]
    [OnSqlite]
    [OnPostgres]
    public async Task ATokenBehindAProfileThatHasMoved_ResumesWhereTheProfileWas(DatabaseKind kind)
    {
        foreach (var reference in (string?[])["zebra", "aardvark", null])
        {
            foreach (var descending in (bool[])[false, true])
            {
                await using var mirror = await MirrorAsync(kind);
                string[] sorted = await SortedAsync(ByReference(mirror, descending));
                List<string> read = [];
                string? token = null;
                await foreach (var page in ByReference(mirror, descending).AsPages())
                {
                    read.AddRange(page.Items.Select(p => p.Id));
                    token = page.ResumeToken;
                    // The keys are sorted when the second page is read. This profile is the last of the third.
                    if (read.Count == 20)
                        await MoveAsync(mirror, sorted[29], reference);
                    if (read.Count == 30)
                        break;
                }

                var rest = await ByReference(mirror, descending).ResumeFrom(token).Select(p => p.Id).ToListAsync();

                Assert.Equal(sorted[..30], read);
                Assert.Equal(sorted[30..], rest.Where(id => id != sorted[29]));
            }
        }
    }

    [Theory]
    [OnSqlite]
    [OnPostgres]
    public async Task TheTokenOfARunThatFailsBehindAProfileThatHasMoved_ResumesWhereTheProfileWas(DatabaseKind kind)
    {
        await using var mirror = await MirrorAsync(kind);
        BrokenConnections connections = new(mirror.Database);
        mirror.Database.Broken = connections;
        var sorted = await SortedAsync(ByReference(mirror));
        List<string> read = [];
        var failure = await Assert.ThrowsAsync<MirrorDatabaseException>(async () =>
        {
            await foreach (var profile in ByReference(mirror))
            {
                read.Add(profile.Id);
                if (read.Count == 20)
                    await MoveAsync(mirror, sorted[29], "zebra");
                if (read.Count == 30)
                    connections.FailAt(1);
            }
        });
        connections.FailAt(null);

        var rest = await ByReference(mirror).ResumeFrom(failure.ResumeToken).Select(p => p.Id).ToListAsync();

        Assert.Equal(sorted[..30], read);
        Assert.Equal(sorted[30..], rest.Where(id => id != sorted[29]));
    }

    [Theory]
    [OnSqlite]
    [OnPostgres]
    public async Task TimesThatChangeMeanwhile_LeaveTheOrderOfTheRunAndOfItsTokens(DatabaseKind kind)
    {
        await using var mirror = await MirrorAsync(kind);
        var query = mirror.Query().WithPageSize(10).OrderBy(p => p.UpdatedAt);
        string[] sorted = await SortedAsync(query);
        List<string> read = [];
        Dictionary<int, string?> tokens = [];
        await foreach (var page in query.AsPages())
        {
            read.AddRange(page.Items.Select(p => p.Id));
            tokens[read.Count] = page.ResumeToken;
            if (read.Count == 20)
                await mirror.Store.PutAsync(
                    mirror.Profiles.Select(p =>
                        p with
                        {
                            UpdatedAt = sorted[25..40].Contains(p.Id) ? TestMirror.AsOf : p.UpdatedAt,
                        }
                    )
                );
        }

        Assert.Equal(sorted, read);
        foreach (var (count, token) in tokens.Where(one => one.Value is not null))
            Assert.Equal(
                sorted[count..].Except(sorted[25..40]),
                (await query.ResumeFrom(token).Select(p => p.Id).ToListAsync()).Except(sorted[25..40])
            );
    }

    private static async Task MoveAsync(TestMirror mirror, string id, string? reference)
    {
        var profile = mirror.Profiles.Single(profile => profile.Id == id);
        await mirror.Store.PutAsync([profile with { ExternalUserDetails = new() { ReferenceId = reference } }]);
    }

    private static Task<TestMirror> MirrorAsync(DatabaseKind kind) =>
        TestMirror.OfAsync(
            kind,
            TestProfiles
                .Many(60)
                .Select(
                    (profile, number) =>
                        profile with
                        {
                            ExternalUserDetails = new()
                            {
                                ReferenceId = number % 5 == 0 ? null : $"customer-{number * 7 % 31}",
                            },
                        }
                )
        );

    private static ProfileQuery<UserProfile> ByReference(TestMirror mirror, bool descending = false)
    {
        var query = mirror.Query().WithPageSize(10);
        return descending
            ? query.OrderByDescending(p => p.ExternalUserDetails.ReferenceId)
            : query.OrderBy(p => p.ExternalUserDetails.ReferenceId);
    }

    private static async Task<string[]> SortedAsync(ProfileQuery<UserProfile> query) =>
        [.. (await query.ToListAsync()).Select(p => p.Id)];
}
