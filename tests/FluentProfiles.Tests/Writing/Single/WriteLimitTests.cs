using Microsoft.Extensions.Time.Testing;

namespace FluentProfiles.Tests.Writing.Single;

/// <summary>What the service would reject is rejected before it is sent; what it accepts is sent and accepted.</summary>
public sealed class WriteLimitTests
{
    private const string Secret = "4711";
    private static readonly DateTimeOffset Now = new(2026, 11, 20, 8, 0, 0, TimeSpan.Zero);

    public static TheoryData<string, NewProfile, string> Beyond =>
        new()
        {
            {
                "name",
                new() { Name = Long(256) },
                "Name has 256 characters, and 0 to 255 are allowed."
            },
            {
                "half a character",
                new() { Name = Secret + "\ud83c" },
                "Name has half of a surrogate pair"
            },
            { "email hash", Details(new() { EmailHash = Long(256) }), "ExternalUserDetails.EmailHash has 256" },
            {
                "empty hash",
                Details(new() { NameHash = "" }),
                "ExternalUserDetails.NameHash has 0 characters, and 1 to"
            },
            { "reference", Details(new() { ReferenceId = Long(256) }), "ExternalUserDetails.ReferenceId has 256" },
            { "country", Details(new() { Country = "de" }), "ExternalUserDetails.Country must be two capital letters" },
            { "long country", Details(new() { Country = "DEU" }), "ExternalUserDetails.Country must be two" },
            {
                "onboarding",
                Details(new() { OnboardedAt = Now.AddSeconds(61) }),
                "ExternalUserDetails.OnboardedAt is in the future, and may be at most a minute ahead."
            },
            { "key", Pairs((Long(65), "x")), "A key of Metadata has 65 characters, and 1 to 64 are allowed." },
            { "empty key", Pairs(("", "x")), "A key of Metadata has 0" },
            { "value", Pairs(("plan", Long(513))), "Metadata[\"plan\"] has 513 characters, and 1 to 512 are allowed." },
            { "empty value", Pairs(("plan", "")), "Metadata[\"plan\"] is empty" },
            {
                "pairs",
                Pairs([.. Enumerable.Range(0, 17).Select(i => ($"k{i}", "v"))]),
                "Metadata has 17 pairs, and at most 16 are allowed."
            },
        };

    public static TheoryData<string, NewProfile> Within =>
        new()
        {
            {
                "name",
                new() { Name = Long(255) }
            },
            {
                "name of wide characters",
                new() { Name = string.Concat(Enumerable.Repeat("🎈", 255)) }
            },
            {
                "empty name",
                new() { Name = "" }
            },
            { "hash", Details(new() { EmailHash = Long(255), NameHash = "x" }) },
            { "onboarding", Details(new() { OnboardedAt = Now.AddSeconds(60) }) },
            { "key and value", Pairs((Long(64), Long(512))) },
            { "pairs", Pairs([.. Enumerable.Range(0, 16).Select(i => ($"k{i}", "v"))]) },
        };

    [Theory]
    [MemberData(nameof(Beyond))]
    public async Task BeyondALimit_ThrowsBeforeSending(string situation, NewProfile profile, string message)
    {
        await using var service = await StartAsync();

        var failure = await Assert.ThrowsAsync<ArgumentException>(async () =>
            await service.Client.CreateAsync(profile)
        );

        Assert.StartsWith(message, failure.Message, StringComparison.Ordinal);
        Assert.Equal("profile", failure.ParamName);
        Assert.DoesNotContain(Secret, failure.Message, StringComparison.Ordinal);
        Assert.True(service.Requests.Count == 0, situation);
    }

    [Theory]
    [MemberData(nameof(Within))]
    public async Task AtALimit_IsAccepted(string situation, NewProfile profile)
    {
        await using var service = await StartAsync();

        var created = await service.Client.CreateAsync(profile);

        Assert.Equal((situation, profile.Name), (situation, created.Name));
        Assert.Equal(profile.Metadata, created.Metadata);
        Assert.Equal(profile.ExternalUserDetails.OnboardedAt, created.ExternalUserDetails.OnboardedAt);
    }

    [Fact]
    public async Task UpdateBeyondALimit_ThrowsBeforeSending()
    {
        await using var service = await StartAsync();

        var failure = await Assert.ThrowsAsync<ArgumentException>(async () =>
            await service.Client.UpdateAsync(TestProfiles.IdOf(0), new() { Name = Long(256) })
        );

        Assert.Equal("changes", failure.ParamName);
        Assert.Empty(service.Requests);
    }

    [Fact]
    public async Task Onboarding_IsSentToTheMicrosecond()
    {
        await using var service = await StartAsync();

        await service.Client.CreateAsync(Details(new() { OnboardedAt = Now.AddTicks(-12_345_678) }));

        Assert.Contains(
            "\"onboarded_at\":\"2026-11-20T07:59:58.765432Z\"",
            Assert.Single(service.Emulator.Requests).Body,
            StringComparison.Ordinal
        );
    }

    private static Task<TestService> StartAsync() =>
        TestService.StartAsync(
            TestProfiles.Many(1),
            options => options.TimeProvider = new FakeTimeProvider(Now),
            options => options.TimeProvider = new FakeTimeProvider(Now)
        );

    private static string Long(int length) => Secret + new string('x', length - Secret.Length);

    private static NewProfile Details(ExternalUserDetails details) => new() { ExternalUserDetails = details };

    private static NewProfile Pairs(params (string Key, string Value)[] pairs) =>
        new() { Metadata = new(pairs.Select(pair => KeyValuePair.Create(pair.Key, pair.Value))) };
}
