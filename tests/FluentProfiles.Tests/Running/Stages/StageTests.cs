using FluentProfiles.Running.Stages;

namespace FluentProfiles.Tests.Running.Stages;

/// <summary>Each stage alone: what it passes on of 1 to 9, and after how many it wants no more.</summary>
public sealed class StageTests
{
    private static readonly Dictionary<string, Func<Stage<int>, Stage<int>>> Makers = new()
    {
        ["where"] = next => new WhereStage<int>(item => item % 2 == 0, next),
        ["select"] = next => new SelectStage<int, int>(item => item * 10, next),
        ["take"] = next => new TakeStage<int>(new(3, isTake: true), next),
        ["take more than there are"] = next => new TakeStage<int>(new(30, isTake: true), next),
        ["take none"] = next => new TakeStage<int>(new(0, isTake: true), next),
        ["skip"] = next => new SkipStage<int>(new(7, isTake: false), next),
        ["skip more than there are"] = next => new SkipStage<int>(new(70, isTake: false), next),
        ["skip, then take"] = next => new SkipStage<int>(new(2, false), new TakeStage<int>(new(2, true), next)),
        ["take, then skip"] = next => new TakeStage<int>(new(4, true), new SkipStage<int>(new(2, false), next)),
        ["last"] = next => new LastStage<int>(next),
        ["reverse"] = next => new ReverseStage<int>(next),
        ["reverse, then take"] = next => new ReverseStage<int>(new TakeStage<int>(new(2, true), next)),
        ["sort"] = next => new SortStage<int, int>(item => item % 3, Comparer<int>.Default, next),
        ["sort, descending"] = next => new SortStage<int, int>(
            item => item % 3,
            DescendingComparer<int>.Instance,
            next
        ),
        ["sort, then take"] = next => new SortStage<int, int>(
            item => -item,
            Comparer<int>.Default,
            new TakeStage<int>(new(2, true), next)
        ),
        ["least"] = next => new ExtremeStage<int, int>(item => item % 4, isMax: false, next),
        ["greatest"] = next => new ExtremeStage<int, int>(item => item % 4, isMax: true, next),
        ["greatest, with nulls"] = next => new ExtremeStage<int, int?>(item => item < 5 ? item : null, true, next),
        ["least, all nulls"] = next => new ExtremeStage<int, int?>(_ => null, isMax: false, next),
        ["all but the last"] = next => new SkipLastStage<int>(6, next),
    };

    [Theory]
    [InlineData("where", "2 4 6 8", 9)]
    [InlineData("select", "10 20 30 40 50 60 70 80 90", 9)]
    [InlineData("take", "1 2 3", 3)]
    [InlineData("take more than there are", "1 2 3 4 5 6 7 8 9", 9)]
    [InlineData("take none", "", 1)]
    [InlineData("skip", "8 9", 9)]
    [InlineData("skip more than there are", "", 9)]
    [InlineData("skip, then take", "3 4", 4)]
    [InlineData("take, then skip", "3 4", 4)]
    [InlineData("last", "9", 9)]
    [InlineData("reverse", "9 8 7 6 5 4 3 2 1", 9)]
    [InlineData("reverse, then take", "9 8", 9)]
    [InlineData("sort", "3 6 9 1 4 7 2 5 8", 9)]
    [InlineData("sort, descending", "2 5 8 1 4 7 3 6 9", 9)]
    [InlineData("sort, then take", "9 8", 9)]
    [InlineData("least", "4", 9)]
    [InlineData("greatest", "3", 9)]
    [InlineData("greatest, with nulls", "4", 9)]
    [InlineData("least, all nulls", "1", 9)]
    [InlineData("all but the last", "1 2 3", 9)]
    public void Stage_GivesWhatItMakesAndStopsWhenItHasEnough(string name, string expected, int read)
    {
        var output = new Output<int>();
        var stage = Makers[name](output);

        var pushed = Enumerable.Range(1, 9).TakeWhile(stage.Push).Count() is var wanted && wanted < 9 ? wanted + 1 : 9;
        stage.Complete();

        Assert.Equal(expected, string.Join(' ', output.Items));
        Assert.Equal(read, pushed);
    }

    [Theory]
    [InlineData("where")]
    [InlineData("take")]
    [InlineData("last")]
    [InlineData("reverse")]
    [InlineData("sort")]
    [InlineData("greatest")]
    public void StageWithoutItems_GivesNone(string name)
    {
        var output = new Output<int>();

        Makers[name](output).Complete();

        Assert.Empty(output.Items);
    }

    [Fact]
    public void TakeThatHasGivenAll_IsSpent()
    {
        var (take, skip) = (new Countdown(2, isTake: true), new Countdown(2, isTake: false));
        var stage = new SkipStage<int>(skip, new TakeStage<int>(take, new Output<int>()));

        Assert.Equal([true, true, true, false], Enumerable.Range(1, 4).Select(stage.Push));

        Assert.Equal((0, 0), (take.Left, skip.Left));
        Assert.Equal((true, false), (take.IsSpentTake, skip.IsSpentTake));
    }

    [Fact]
    public void OutputThatOnlyCounts_KeepsNoItems()
    {
        var output = new Output<int>(keeps: false);

        Assert.All(Enumerable.Range(1, 5), item => Assert.True(output.Push(item)));

        Assert.Equal(5, output.Count);
        Assert.Empty(output.TakeItems());
    }

    [Fact]
    public void TakenItems_AreTheCallers()
    {
        var output = new Output<int>();
        output.Push(1);

        var first = output.TakeItems();
        output.Push(2);

        Assert.Equal([1], first);
        Assert.Equal([2], output.TakeItems());
        Assert.Equal(2, output.Count);
    }
}
