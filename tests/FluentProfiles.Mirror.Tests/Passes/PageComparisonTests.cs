using System.Globalization;
using FluentProfiles.Mirror.Passes;
using FluentProfiles.Mirror.Storing.Rows;

namespace FluentProfiles.Mirror.Tests.Passes;

public sealed class PageComparisonTests
{
    private static readonly DateTimeOffset Start = new(2026, 5, 1, 0, 0, 0, TimeSpan.Zero);

    [Fact]
    public void ProfilesOfTheLastInstant_StayUndecided()
    {
        var stored = Stored((9, 9), (8, 8), (7, 8), (6, 8));

        var comparison = PageComparison.Of(PassBorder.Start, Page(isLast: false, (9, 9), (8, 8)), stored);

        Assert.True(comparison.IsEmpty);
    }

    [Fact]
    public void ProfilesOfTheInstantBefore_AreMissingUnlessAnEarlierPageHadThem()
    {
        var border = PassBorder.Start.Behind(Page(isLast: false, (9, 9), (8, 8)).Rows);

        var comparison = PageComparison.Of(
            border,
            Page(isLast: false, (7, 8), (5, 5)),
            Stored((8, 8), (7, 8), (6, 8), (5, 5))
        );

        Assert.Equal(["uprof_6"], comparison.Missing.Select(row => row.Id));
        Assert.Empty(comparison.Written);
    }

    [Fact]
    public void EverythingBehindTheLastPage_IsMissing()
    {
        var comparison = PageComparison.Of(
            PassBorder.Start,
            Page(isLast: true, (9, 9), (8, 8)),
            Stored((9, 9), (8, 8), (7, 8), (1, 1))
        );

        Assert.Equal(["uprof_7", "uprof_1"], comparison.Missing.Select(row => row.Id));
    }

    [Fact]
    public void ABorder_StaysWhereAPageRepeatsProfiles()
    {
        var border = PassBorder.Start.Behind(Page(isLast: false, (9, 9), (5, 5)).Rows);

        Assert.Same(border, border.Behind(Page(isLast: false, (9, 9), (8, 8)).Rows));
        Assert.Same(border, border.Behind([]));
    }

    [Fact]
    public void ABorder_KeepsTheProfilesOfItsInstantAlone()
    {
        var border = PassBorder.Start.Behind(Page(isLast: false, (9, 9), (8, 8), (7, 8)).Rows);
        Assert.Equal(["uprof_8", "uprof_7"], border.Ids);

        Assert.Equal(["uprof_8", "uprof_7", "uprof_6"], border.Behind(Page(isLast: false, (6, 8)).Rows).Ids);
        Assert.Equal(["uprof_1"], border.Behind(Page(isLast: false, (6, 8), (1, 1)).Rows).Ids);
    }

    [Fact]
    public void ABorderWithinAGap_NamesTheLastRowOfItsInstant()
    {
        var border = PassBorder.Start.Behind(Page(isLast: false, (9, 9), (8, 8)).Rows);

        var within = border.Behind(Stored((7, 8))[0]);
        var later = within.Behind(Stored((5, 5))[0]);

        Assert.Equal(["uprof_8", "uprof_7"], within.Named);
        Assert.Equal(["uprof_5"], later.Named);
        Assert.Empty(later.Ids);
        // The page that comes again after an interruption ends at the same instant, or behind it.
        Assert.Equal("uprof_7", within.Behind(Page(isLast: false, (6, 8)).Rows).LastStored);
        Assert.Null(within.Behind(Page(isLast: false, (6, 8), (1, 1)).Rows).LastStored);
    }

    [Fact]
    public void AGap_IsMissingButForWhatWasListed()
    {
        var border = PassBorder.Start.Behind(Page(isLast: false, (9, 9), (8, 8)).Rows);
        var page = Page(isLast: false, (5, 5), (1, 1));

        var gap = PageComparison.OfGap(border, page, Stored((8, 8), (7, 8), (6, 6), (5, 5), (1, 1)));

        Assert.Equal(["uprof_7", "uprof_6"], gap.Missing.Select(row => row.Id));
        Assert.Empty(gap.Written);
    }

    [Fact]
    public void RowsThatWereWrittenSince_AreNeitherReplacedNorMissing()
    {
        var stored = Stored((9, 9), (8, 8))
            .Select(row => row with { RequestedAt = Start.AddDays(1), StoredAt = Start.AddDays(2) })
            .ToList();
        Assert.True(PageComparison.Of(PassBorder.Start, Page(isLast: true, (9, 9)), stored).IsEmpty);

        stored[0] = stored[0] with { Hash = [1] };
        var changes = PageComparison.Of(PassBorder.Start, Page(isLast: true, (9, 9)), stored);

        Assert.Equal(["uprof_9"], changes.Overtaken.Select(row => row.Id));
        Assert.Empty(changes.Changed);
        Assert.Empty(changes.Missing);
    }

    private static PassPage Page(bool isLast, params (int Number, int Minute)[] profiles) =>
        new([.. profiles.Select(Row)], isLast ? null : "next", Start.AddDays(1), isLast);

    private static List<StoredRow> Stored(params (int Number, int Minute)[] profiles) =>
        [
            .. profiles
                .Select(Row)
                .Select(
                    (row, key) =>
                        new StoredRow(key, row.Id, row.CreatedAt, row.Hash, Start.AddHours(1), Start.AddHours(2))
                ),
        ];

    private static ProfileRow Row((int Number, int Minute) profile)
    {
        var time = Start.AddMinutes(profile.Minute).ToString("O", CultureInfo.InvariantCulture);
        return new ProfileRowReader(StoredMembers.All).Read(
            System.Text.Encoding.UTF8.GetBytes($$"""{"id":"uprof_{{profile.Number}}","created_at":"{{time}}"}"""),
            Start.AddDays(1)
        );
    }
}
