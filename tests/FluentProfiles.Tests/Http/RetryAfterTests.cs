using FluentProfiles.Emulator;
using Microsoft.Extensions.Time.Testing;

namespace FluentProfiles.Tests.Http;

public sealed class RetryAfterTests
{
    private static readonly DateTimeOffset Now = new(2026, 5, 1, 12, 0, 0, TimeSpan.Zero);

    [Theory]
    [OverBothTransports("retry-after", "7", 7.0)]
    [OverBothTransports("retry-after", "1.5", 1.5)]
    [OverBothTransports("retry-after", "0", 0.0)]
    [OverBothTransports("retry-after", "Fri, 01 May 2026 12:00:30 GMT", 30.0)]
    [OverBothTransports("retry-after", "Friday, 01-May-26 12:00:30 GMT", 30.0)]
    [OverBothTransports("retry-after", "Fri May  1 12:00:30 2026", 30.0)]
    [OverBothTransports("retry-after", "Fri, 01 May 2026 11:00:00 GMT", 0.0)]
    [OverBothTransports("retry-after-ms", "250", 0.25)]
    [OverBothTransports("retry-after-ms", "250.5", 0.2505)]
    [OverBothTransports("retry-after", "99999999999999999999", 86400.0)]
    public async Task Header_IsRead(TransportKind kind, string header, string value, double seconds)
    {
        var failure = await FailAsync(kind, answer => answer.WithHeader(header, value));

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
    public async Task NoWait_IsNull(TransportKind kind, string value)
    {
        var failure = await FailAsync(kind, answer => answer.WithHeader("retry-after", value));

        Assert.Null(failure.RetryAfter);
    }

    [Theory]
    [OverBothTransports]
    public async Task Both_TheFinerWins(TransportKind kind)
    {
        var failure = await FailAsync(
            kind,
            answer => answer.WithHeader("retry-after", "3").WithHeader("retry-after-ms", "2800")
        );

        Assert.Equal(TimeSpan.FromMilliseconds(2800), failure.RetryAfter);
    }

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
