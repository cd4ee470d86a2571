using FluentProfiles.Mirror.Model;
using FluentProfiles.Mirror.Tests.Databases;
using FluentProfiles.Tests;

namespace FluentProfiles.Mirror.Tests.References;

/// <summary>Whatever stores the profile of a reference ends the claim of the reference.</summary>
public sealed class FoundClaimTests
{
    private const int PageSize = 100;

    [Theory]
    [OnSqlite]
    [OnPostgres]
    public async Task AProfileThatAnEventBrings_EndsItsClaim(DatabaseKind kind)
    {
        await using var service = await WithClaimsAsync(kind);
        var profile = service.Emulator.Add(Of("customer-1"));

        await service.Mirror.Readings.ReadAsync([profile.Id], also: null, default);

        Assert.Equal(["customer-2"], await ClaimedAsync(service));
    }

    [Theory]
    [OnSqlite]
    [OnPostgres]
    public async Task AProfileThatIsWrittenThrough_EndsItsClaim(DatabaseKind kind)
    {
        await using var service = await WithClaimsAsync(kind);
        using var client = service.Mirror.Client.WithMirror(service.Mirror);

        await client.CreateAsync(new() { ExternalUserDetails = new() { ReferenceId = "customer-1" } });

        Assert.Equal(["customer-2"], await ClaimedAsync(service));
    }

    [Theory]
    [OnSqlite]
    [OnPostgres]
    public async Task AProfileThatGetsTheReference_EndsItsClaim(DatabaseKind kind)
    {
        await using var service = await WithClaimsAsync(kind);
        using var client = service.Mirror.Client.WithMirror(service.Mirror);

        await client.UpdateAsync(
            TestProfiles.IdOf(3),
            new() { ExternalUserDetails = new() { ReferenceId = "customer-1" } }
        );

        Assert.Equal(["customer-2"], await ClaimedAsync(service));
    }

    [Theory]
    [OnSqlite]
    [OnPostgres]
    public async Task APersonWhoWasForgotten_HasNoClaim(DatabaseKind kind)
    {
        await using var service = await WithClaimsAsync(kind);
        using var client = service.Mirror.Client.WithMirror(service.Mirror);
        var made = await client.CreateAsync(new() { ExternalUserDetails = new() { ReferenceId = "customer-1" } });

        await client.DeleteAsync(made.Id);
        await service.Mirror.ForgetAsync(made.Id);

        Assert.Equal(["customer-2"], await ClaimedAsync(service));
        Assert.True((await service.Mirror.GetOrCreateAsync("customer-1", () => new())).WasCreated);
    }

    [Theory]
    [OnSqlite]
    [OnPostgres]
    public async Task ALoad_EndsTheClaimsOfEachPageByOneStatement(DatabaseKind kind)
    {
        await using var service = await WithClaimsAsync(kind);
        using SentStatements sent = new(service.Database);
        service.Emulator.Add(Of("customer-1"));
        await service.Mirror.ResetAsync();
        sent.Clear();

        await service.Mirror.RefreshAsync();

        Assert.Equal(["customer-2"], await ClaimedAsync(service));
        // One for each of two pages, and one for claims that nobody has asked for since.
        Assert.Equal(2 + 1, DeletesOfClaims(sent));
    }

    [Theory]
    [OnSqlite]
    [OnPostgres]
    public async Task ALoadWithoutClaims_SendsNoStatementForThem(DatabaseKind kind)
    {
        await using var service = await MirroredService.StartAsync(kind, TestProfiles.Many(3 * PageSize));
        using SentStatements sent = new(service.Database);

        await service.Mirror.RefreshAsync();

        Assert.Equal(1, DeletesOfClaims(sent));
    }

    [Theory]
    [OnSqlite]
    [OnPostgres]
    public async Task ProfilesWithoutReferences_AreStoredWithoutAStatementForClaims(DatabaseKind kind)
    {
        await using var service = await WithClaimsAsync(kind);
        using var client = service.Mirror.Client.WithMirror(service.Mirror);
        using SentStatements sent = new(service.Database);

        await client.CreateAsync(new() { Name = "Nobody" });

        Assert.Equal(0, DeletesOfClaims(sent));
    }

    private static async Task<MirroredService> WithClaimsAsync(DatabaseKind kind)
    {
        var service = await ReadyService.StartAsync(kind);
        await service.ClaimAsync("customer-1", MirrorClaimState.Sent, expiresIn: TimeSpan.FromMinutes(2));
        await service.ClaimAsync("customer-2", MirrorClaimState.Unresolved);
        return service;
    }

    private static UserProfile Of(string reference) =>
        new()
        {
            CreatedAt = TestProfiles.Start.AddDays(1),
            UpdatedAt = TestProfiles.Start.AddDays(1),
            ExternalUserDetails = new() { ReferenceId = reference },
        };

    private static async Task<List<string>> ClaimedAsync(MirroredService service) =>
        [.. (await service.ClaimsAsync()).Select(claim => claim.Reference)];

    private static int DeletesOfClaims(SentStatements sent) =>
        sent.Texts.Count(text => text.StartsWith($"DELETE FROM \"{nameof(MirrorClaim)}\"", StringComparison.Ordinal));
}
