using FluentProfiles.Mirror.Tests.Databases;
using FluentProfiles.Tests;

namespace FluentProfiles.Mirror.Tests.Querying;

/// <summary>An order that has no index is sorted by the database twice, however many pages a run has.</summary>
public sealed class UnindexedOrderTests
{
    [Theory]
    [OnSqlite]
    [OnPostgres]
    public async Task ARunOfManyPages_IsSortedTwice(DatabaseKind kind)
    {
        await using var mirror = await MirrorAsync(kind, 200);
        using SentStatements sent = new(mirror.Database);

        var read = await ByReference(mirror).Select(p => p.Id).ToListAsync();

        Assert.Equal(Sorted(mirror).Select(p => p.Id), read);
        // One of each for the profiles with a value, and one for those without.
        var sorts = sent.Texts.Count(text => text.Contains(" ORDER BY ", StringComparison.Ordinal));
        Assert.InRange(sorts, 3, 4);
        Assert.Equal(19, sent.Texts.Count(text => text.Contains(" IN (", StringComparison.Ordinal)));
    }

    [Theory]
    [OnSqlite]
    [OnPostgres]
    public async Task ProfilesThatGoOrChangeMeanwhile_AreLeftOut(DatabaseKind kind)
    {
        await using var mirror = await MirrorAsync(kind, 60);
        var sorted = Sorted(mirror);
        List<string> read = [];
        await foreach (var page in ByReference(mirror).Where(p => p.Metadata["keep"] == "yes").AsPages())
        {
            read.AddRange(page.Items.Select(p => p.Id));
            if (read.Count != 20)
                continue;
            // More than a page of them.
            var gone = sorted[22..35].Select(p => p.Id).ToArray();
            await mirror.Store.WriteAsync(
                async (writer, stop) =>
                    await writer.RemoveAsync(await writer.Reader.ByIdAsync(gone, stop), DateTimeOffset.MaxValue, stop),
                default
            );
            await mirror.Store.PutAsync([sorted[40] with { Metadata = new() { ["keep"] = "no" } }]);
        }

        Assert.Equal(sorted.Where((_, place) => place is not (>= 22 and < 35) and not 40).Select(p => p.Id), read);
    }

    private static Task<TestMirror> MirrorAsync(DatabaseKind kind, int count) =>
        TestMirror.OfAsync(
            kind,
            TestProfiles
                .Many(count)
                .Select(
                    (profile, number) =>
                        profile with
                        {
                            Metadata = new() { ["keep"] = "yes" },
                            ExternalUserDetails = new()
                            {
                                ReferenceId = number % 5 == 0 ? null : $"customer-{number * 7 % 31}",
                            },
                        }
                )
        );

    private static ProfileQuery<UserProfile> ByReference(TestMirror mirror) =>
        mirror.Query().WithPageSize(10).OrderBy(p => p.ExternalUserDetails.ReferenceId);

    private static UserProfile[] Sorted(TestMirror mirror) =>
        [
            .. mirror
                .Profiles.OrderBy(p => p.ExternalUserDetails.ReferenceId is null)
                .ThenBy(p => p.ExternalUserDetails.ReferenceId, StringComparer.Ordinal)
                .ThenBy(p => p.Id, StringComparer.Ordinal),
        ];
}
