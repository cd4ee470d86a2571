using FluentProfiles.Mirror.Refreshing;

namespace FluentProfiles.Mirror.Tests.Refreshing;

public sealed class BackoffTests
{
    [Fact]
    public void Failures_WaitTwiceAsLongEachTimeUpToAnHour()
    {
        Backoff backoff = new();

        var waits = Enumerable.Range(0, 9).Select(_ => backoff.After(new ProfilesException("It fails.")).TotalMinutes);

        Assert.Equal([1, 2, 4, 8, 16, 32, 60, 60, 60], waits);
    }

    [Fact]
    public void ASuccess_StartsAnew()
    {
        Backoff backoff = new();
        backoff.After(new ProfilesException("It fails."));

        backoff.Reset();

        Assert.Equal(TimeSpan.FromMinutes(1), backoff.After(new ProfilesException("It fails.")));
    }

    [Theory]
    [InlineData(10, 10)]
    [InlineData(0.1, 1)]
    [InlineData(3 * 24 * 60, 60)]
    public void AWaitThatTheServiceAsksFor_EndsAfterAnHour(double askedMinutes, double minutes)
    {
        ProfilesRateLimitException refusal = new("Too many") { RetryAfter = TimeSpan.FromMinutes(askedMinutes) };

        Assert.Equal(TimeSpan.FromMinutes(minutes), new Backoff().After(refusal));
    }
}
