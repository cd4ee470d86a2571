using System.Security.Cryptography;
using FluentProfiles.Emulator;

namespace FluentProfiles.Tests.Resume;

/// <summary>A protector of tokens that throws, as one whose keys can't be loaded: it never hides the failure of a request.</summary>
public sealed class BrokenProtectorTests
{
    private const string Message =
        "ProfilesClientOptions.TokenProtector has thrown CryptographicException; it is the inner exception. (tag: nightly)";

    private static readonly Dictionary<string, Func<ProfileQuery<UserProfile>, Task>> Runs = new()
    {
        ["items"] = async query =>
        {
            await foreach (var _ in query) { }
        },
        ["list"] = async query => await query.ToListAsync(),
        ["count"] = async query => await query.CountAsync(),
        ["first"] = async query => await query.FirstAsync(),
        ["page"] = async query => await query.ToPageAsync(20),
        ["pages"] = async query => await query.AsPages().ToListAsync(),
        ["items with progress"] = async query =>
        {
            await foreach (var _ in query.WithProgress(new Reports())) { }
        },
        ["list with progress"] = async query => await query.WithProgress(new Reports()).ToListAsync(),
    };

    public static TheoryData<string> All => [.. Runs.Keys];

    [Theory]
    [MemberData(nameof(All))]
    public async Task FailedRequest_ThrowsItsOwnException(string run)
    {
        await using var service = await StartAsync();
        service.Emulator.Intercept = _ => EmulatorResponse.Error(503, "api_error", "Down.");

        var failure = await Assert.ThrowsAsync<ProfilesApiException>(() => Runs[run](Query(service)));

        Assert.Equal(503, (int)failure.StatusCode);
        Assert.Equal("nightly", failure.Tag);
        Assert.Null(failure.ResumeToken);
    }

    [Fact]
    public async Task FailedRequestOfABulkWrite_ThrowsItsOwnException()
    {
        await using var service = await StartAsync();
        service.Emulator.Intercept = _ => EmulatorResponse.Error(503, "api_error", "Down.");

        var ended = await Assert.ThrowsAsync<ProfilesBulkWriteException>(() =>
            Query(service).Take(5).ExecuteDeleteAsync()
        );

        Assert.IsType<ProfilesApiException>(ended.InnerException);
    }

    [Fact]
    public async Task RunsWithoutTokens_NeedNoProtector()
    {
        await using var service = await StartAsync();

        Assert.Equal(30, (await Query(service).ToListAsync()).Count);
        Assert.Equal(30, await Query(service).CountAsync());
    }

    [Theory]
    [InlineData("page")]
    [InlineData("pages")]
    [InlineData("items with progress")]
    public async Task TokenOfAPage_ThrowsConfiguration(string run)
    {
        await using var service = await StartAsync();

        var failure = await Assert.ThrowsAsync<ProfilesConfigurationException>(() => Runs[run](Query(service)));

        Assert.Equal(Message, failure.Message);
        Assert.IsType<CryptographicException>(failure.InnerException);
        Assert.Null(failure.ResumeToken);
    }

    [Fact]
    public async Task TokenOfABulkWrite_ThrowsConfiguration()
    {
        await using var service = await StartAsync();

        var ended = await Assert.ThrowsAsync<ProfilesBulkWriteException>(() =>
            Query(service).ExecuteUpdateAsync(set => set.SetName("Ada"), new() { AllowAll = true, Concurrency = 1 })
        );

        Assert.Equal(Message, Assert.IsType<ProfilesConfigurationException>(ended.InnerException).Message);
        Assert.Equal(10, ended.Report.Written);
    }

    [Fact]
    public async Task ProtectorThatReturnsNull_ThrowsConfiguration()
    {
        await using var service = await StartAsync(new Protector { Protects = _ => null! });

        var failure = await Assert.ThrowsAsync<ProfilesConfigurationException>(async () =>
            await Query(service).ToPageAsync(20)
        );

        Assert.IsType<InvalidOperationException>(failure.InnerException);
    }

    [Fact]
    public async Task ProtectorThatCannotLoadItsKeys_ThrowsConfigurationForAToken()
    {
        await using var service = await StartAsync(
            new Protector
            {
                Protects = bytes => bytes,
                Unprotects = _ => throw new IOException("The keys are out of reach."),
            }
        );
        var token = (await Query(service).ToPageAsync(20)).ResumeToken;

        var failure = await Assert.ThrowsAsync<ProfilesConfigurationException>(async () =>
            await Query(service).ToPageAsync(20, token)
        );

        Assert.IsType<IOException>(failure.InnerException);
    }

    private static ProfileQuery<UserProfile> Query(TestService service) =>
        service.Query().WithPageSize(10).WithPrefetch(0).TagWith("nightly");

    private static Task<TestService> StartAsync(ITokenProtector? protector = null) =>
        TestService.StartAsync(
            TestProfiles.Many(30),
            configureClient: options => options.TokenProtector = protector ?? new Protector()
        );

    private sealed class Protector : ITokenProtector
    {
        public Func<byte[], byte[]> Protects { get; init; } = _ => throw new CryptographicException("No keys.");

        public Func<byte[], byte[]> Unprotects { get; init; } = _ => throw new CryptographicException("No keys.");

        public byte[] Protect(byte[] token, string purpose) => Protects(token);

        public byte[] Unprotect(byte[] protectedToken, string purpose) => Unprotects(protectedToken);
    }

    private sealed class Reports : IProgress<QueryProgress>
    {
        public void Report(QueryProgress value) { }
    }
}
