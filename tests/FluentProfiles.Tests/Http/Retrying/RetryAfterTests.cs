using FluentProfiles.Emulator;
using Microsoft.Extensions.Time.Testing;

namespace FluentProfiles.Tests.Http.Retrying;

public sealed class RetryAfterTests
{
    private const string Date = "Fri, 01 May 2026 12:00:00 GMT";

    private static readonly DateTimeOffset Now = new(2026, 5, 1, 12, 0, 0, TimeSpan.Zero);

    [Theory]
    [OverBothTransports("retry-after", "7", 7.0)]
    [OverBothTransports("retry-after", "1.5", 1.5)]
    [OverBothTransports("retry-after", "0", 0.0)]
    [OverBothTransports("retry-after", "Fri, 01 May 2026 12:00:30 GMT", 30.0)]
    [OverBothTransports("retry-after", "Friday, 01-May-26 12:00:30 GMT", 30.0)]
    [OverBothTransports("retry-after", "Fri May  1 12:00:30 2026", 30.0)]
    [OverBothTransports("retry-after-ms", "250", 0.25)]
    [OverBothTransports("retry-after-ms", "250.5", 0.2505)]
    [OverBothTransports("retry-after", "315360000", 315360000.0)]
    [OverBothTransports("retry-after", "Thu, 01 May 2036 12:00:00 GMT", 315619200.0)]
    public async Task Header_IsRead(TransportKind kind, string header, string value, double seconds)
    {
        var failure = await FailAsync(kind, answer => At(answer, Date).WithHeader(header, value));

        Assert.Equal(TimeSpan.FromSeconds(seconds), failure.RetryAfter);
    }

    [Theory]
    [OverBothTransports("retry-after", "99999999999999999999")]
    [OverBothTransports("retry-after", "922337203685.4775807")]
    [OverBothTransports("retry-after-ms", "99999999999999999999")]
    public async Task MoreThanATimeSpanHolds_IsTheLongest(TransportKind kind, string header, string value)
    {
        var failure = await FailAsync(kind, answer => answer.WithHeader(header, value));

        Assert.Equal(TimeSpan.MaxValue, failure.RetryAfter);
    }

    [Theory]
    [OverBothTransports("Fri, 01 May 2026 11:59:00 GMT", 90.0)]
    [OverBothTransports("Sun, 01 May 2016 12:00:00 GMT", 315532830.0)]
    [OverBothTransports("some day", 30.0)]
    public async Task DateOfTheAnswer_IsWhereADateCountsFrom(TransportKind kind, string date, double seconds)
    {
        var failure = await FailAsync(
            kind,
            answer => At(answer, date).WithHeader("retry-after", "Fri, 01 May 2026 12:00:30 GMT")
        );

        Assert.Equal(TimeSpan.FromSeconds(seconds), failure.RetryAfter);
    }

    [Theory]
    [OverBothTransports("-1")]
    [OverBothTransports("soon")]
    [OverBothTransports("")]
    [OverBothTransports("NaN")]
    [OverBothTransports("1,5")]
    [OverBothTransports("5/6")]
    [OverBothTransports("12:30")]
    [OverBothTransports("5, 5")]
    [OverBothTransports("+5")]
    [OverBothTransports("1e3")]
    [OverBothTransports("0x10")]
    [OverBothTransports("5 seconds")]
    [OverBothTransports("Fri, 01 May 2026 11:00:00 GMT")]
    [OverBothTransports("Fri, 01 May 2026 12:00:00 GMT")]
    [OverBothTransports("Fri, 31 Feb 2026 12:00:00 GMT")]
    [OverBothTransports("2026-05-01T12:00:30Z")]
    public async Task NoWait_IsNull(TransportKind kind, string value)
    {
        var failure = await FailAsync(kind, answer => At(answer, Date).WithHeader("retry-after", value));

        Assert.Null(failure.RetryAfter);
    }

    [Theory]
    [OverBothTransports("Retry-After: 5\r\nRetry-After: 5\r\n")]
    [OverBothTransports("Retry-After: 5\r\nRetry-After: Fri, 01 May 2026 12:00:30 GMT\r\n")]
    [OverBothTransports("Retry-After-Ms: 5\r\nRetry-After-Ms: 6\r\n")]
    public async Task SeveralHeaders_AreNull(TransportKind kind, string headers)
    {
        await using RawServer server = new($"HTTP/1.1 429 No\r\n{headers}Content-Length: 0\r\n\r\n");
        using var client = kind.Client(server.BaseUrl);

        Assert.Null((await client.FailAsync<ProfilesRateLimitException>()).RetryAfter);
    }

    [Theory]
    [OverBothTransports("-5")]
    [OverBothTransports("soon")]
    public async Task CoarserOneBesideAnUnreadableOne_Holds(TransportKind kind, string value)
    {
        var failure = await FailAsync(
            kind,
            answer => answer.WithHeader("retry-after", "3").WithHeader("retry-after-ms", value)
        );

        Assert.Equal(TimeSpan.FromSeconds(3), failure.RetryAfter);
    }

    [Theory]
    [OverBothTransports]
    public async Task FinerOfBoth_Wins(TransportKind kind)
    {
        var failure = await FailAsync(
            kind,
            answer => answer.WithHeader("retry-after", "3").WithHeader("retry-after-ms", "2800")
        );

        Assert.Equal(TimeSpan.FromMilliseconds(2800), failure.RetryAfter);
    }

    private static EmulatorResponse At(EmulatorResponse answer, string date) => answer.WithHeader("date", date);

    private static async Task<ProfilesRateLimitException> FailAsync(
        TransportKind kind,
        Func<EmulatorResponse, EmulatorResponse> change
    )
    {
        await using var service = await kind.StartAsync(configureClient: options =>
            options.TimeProvider = new FakeTimeProvider(Now)
        );
        service.Emulator.Intercept = _ => change(EmulatorResponse.Error(429, "rate_limit_error", "slower"));
        return await service.Client.FailAsync<ProfilesRateLimitException>();
    }
}
