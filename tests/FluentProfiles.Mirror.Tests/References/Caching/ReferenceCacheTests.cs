using FluentProfiles.Mirror.References.Caching;
using Microsoft.Extensions.Time.Testing;

namespace FluentProfiles.Mirror.Tests.References.Caching;

public sealed class ReferenceCacheTests
{
    private readonly FakeTimeProvider clock = new();

    /// <summary>Another process has given the profile another reference, which was read before the change was followed.</summary>
    [Fact]
    public void AnEntryWhoseProfileHasAnother_IsNotFound()
    {
        using ReferenceCache cache = new(10, clock);
        cache.Add(new("user-7", "uprof_7"), at: 0);
        cache.Add(new("customer-7", "uprof_7"), at: 0);

        Assert.Null(cache.Find("user-7"));
        Assert.Equal("uprof_7", cache.Find("customer-7")?.Id);
        cache.Follow(new(1, ["uprof_7"], ["customer-7"]));
        Assert.Null(cache.Find("customer-7"));
        Assert.Null(cache.Find("user-7"));
    }

    [Fact]
    public void AProfileThatGetsTheReferenceOfAnother_RemovesTheEntry()
    {
        using ReferenceCache cache = new(10, clock);
        cache.Add(new("user-7", "uprof_7"), at: 0);
        cache.Add(new("user-8", "uprof_8"), at: 0);

        cache.Follow(new(1, ["uprof_1"], ["user-7"]));

        Assert.Null(cache.Find("user-7"));
        Assert.Equal("uprof_8", cache.Find("user-8")?.Id);
    }

    [Fact]
    public void AnEntryThatWasReadAfterAChange_Stays()
    {
        using ReferenceCache cache = new(10, clock);
        cache.Add(new("user-7", "uprof_7"), at: 5);

        cache.Follow(new(5, ["uprof_7"], ["user-7"]));
        Assert.Equal("uprof_7", cache.Find("user-7")?.Id);

        cache.Follow(new(6, ["uprof_7"], []));
        Assert.Null(cache.Find("user-7"));
    }

    [Fact]
    public void AnEntryThatWasReadBeforeWhatWasFollowed_IsNotFound()
    {
        using ReferenceCache cache = new(10, clock);
        cache.Follow(new(5, [], []));

        cache.Add(new("user-7", "uprof_7"), at: 4);

        Assert.Null(cache.Find("user-7"));
    }

    [Fact]
    public void AnEntry_IsFoundForTenMinutesByTheClockOfTheMirror()
    {
        using ReferenceCache cache = new(10, clock);
        cache.Add(new("user-7", "uprof_7"), at: 0);

        clock.Advance(TimeSpan.FromMinutes(10) - TimeSpan.FromTicks(1));
        Assert.Equal("uprof_7", cache.Find("user-7")?.Id);
        clock.Advance(TimeSpan.FromTicks(1));
        Assert.Null(cache.Find("user-7"));
    }

    [Fact]
    public void EverythingThatMayHaveChanged_IsNotFound()
    {
        using ReferenceCache cache = new(10, clock);
        cache.Add(new("user-7", "uprof_7"), at: 0);

        cache.Follow(FollowedChanges.Any(2_000));

        Assert.Null(cache.Find("user-7"));
    }
}
