namespace FluentProfiles.Tests.Writing.Single;

/// <summary>Leaving alone, setting and clearing are three states.</summary>
public sealed class ChangeTests
{
    [Fact]
    public void Default_LeavesAlone()
    {
        Change<string> change = default;

        Assert.False(change.IsSet);
        Assert.False(change.IsCleared);
        Assert.Null(change.Value);
        Assert.Equal("left alone", change.ToString());
    }

    [Theory]
    [InlineData("Ada")]
    [InlineData("")]
    public void Value_IsSet(string value)
    {
        Change<string> change = value;

        Assert.True(change.IsSet);
        Assert.False(change.IsCleared);
        Assert.Equal(value, change.Value);
        Assert.Equal($"set to \"{value}\"", change.ToString());
    }

    [Fact]
    public void Clear_RemovesTheValue()
    {
        Change<string> change = Change.Clear;
        Change<DateTimeOffset> other = Change.Clear;

        Assert.False(change.IsSet);
        Assert.True(change.IsCleared);
        Assert.Null(change.Value);
        Assert.Equal("cleared", change.ToString());
        Assert.True(other.IsCleared);
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public void ClearOrDefault_RemovesOrLeavesAlone(bool clears)
    {
        Change<string> change = clears ? Change.Clear : default;

        Assert.Equal((clears, false), (change.IsCleared, change.IsSet));
    }

    [Fact]
    public void Null_LeavesAlone()
    {
        string? absent = null;

        Assert.Equal(default, (Change<string>)absent!);
        Assert.Equal(default, Change.SetOrLeave(absent));
        Assert.Equal(Change.Clear, Change.SetOrClear(absent));
        Assert.Equal("Ada", Change.SetOrLeave("Ada"));
        Assert.Equal("Ada", Change.SetOrClear("Ada"));
    }

    [Fact]
    public void Equality_MeansThatStateAndValueAreEqual()
    {
        Change<string> ada = "Ada";

        Assert.True(ada == new string("Ada"));
        Assert.Equal(ada.GetHashCode(), ((Change<string>)"Ada").GetHashCode());
        Assert.True(ada != "ada" && ada != default && ada != Change.Clear);
        Assert.False(ada.Equals("Ada" as object));
        Assert.NotEqual<Change<string>>(default, Change.Clear);
        Assert.NotEqual<Change<int>>(default, 0);
    }

    [Fact]
    public void Metadata_KeepsTheLastChangeOfAKey()
    {
        MetadataChanges changes = new() { ["plan"] = "pro", ["trial"] = Change.Clear };

        changes["plan"] = "team";
        changes["seat"] = "4";
        changes["seat"] = default;

        Assert.Equal(2, changes.Count);
        Assert.Equal("team", changes["plan"].Value);
        Assert.True(changes["trial"].IsCleared);
        Assert.Equal(default, changes["PLAN"]);
        Assert.Equal(["plan", "trial"], changes.Select(change => change.Key).Order());
        Assert.Throws<ArgumentNullException>(() => changes[null!] = "x");
    }
}
