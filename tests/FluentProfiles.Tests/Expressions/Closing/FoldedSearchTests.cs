using System.Linq.Expressions;

namespace FluentProfiles.Tests.Expressions.Closing;

/// <summary>A search of a captured array for a captured value has a value before anything is sent, whichever method the
/// compiler takes for it.</summary>
public sealed class FoldedSearchTests
{
    private static readonly string[] Roles = ["admin", "reader"];
    private static readonly string[]? NoRoles = null;
    private static readonly int[] Numbers = [1, 2];
    private static readonly EnforcementStatus[] Statuses = [EnforcementStatus.Banned];
    private static readonly string Reader = "reader";
    private static readonly string Writer = "writer";
    private static readonly string? Nobody = null;

    private static readonly Expression<Func<UserProfile, bool>>[] True =
    [
        p => Roles.Contains(Reader),
        p => Roles.Contains(Reader.Trim()),
        p => Roles.Contains("READER", StringComparer.OrdinalIgnoreCase),
        p => Roles.Contains(Reader, null),
        p => !Roles.Contains(Writer),
        p => !NoRoles!.Contains(Writer),
        p => !Roles.Contains(Nobody),
        p => Numbers.Contains(Reader.Length - 4),
        p => Numbers.IndexOf(2) == 1,
        p => Numbers.SequenceEqual(Numbers),
        p => Statuses.Contains(EnforcementStatus.Banned),
        p => new[] { "writer", Reader }.Contains("reader"),
        p => Roles.Contains(Reader) || p.Name == "a0002",
        p => p.Name == "a0002" || Roles.Contains(Reader),
    ];

    private static readonly Expression<Func<UserProfile, bool>>[] False =
    [
        p => Roles.Contains(Writer),
        p => NoRoles!.Contains(Reader),
        p => Roles.Contains(Writer) && p.Name == "a0002",
        p => p.Name == "a0002" && Roles.Contains(Writer),
        p => Numbers.Contains(Reader.Length),
        p => Numbers.IndexOf(7) >= 0,
        p => NoRoles!.IndexOf(Reader) == 0,
        p => NoRoles!.IndexOf(Reader) == -1,
        p => NoRoles!.IndexOf(NoRoles) == 0,
    ];

    public static TheoryData<int> Trues => [.. Enumerable.Range(0, True.Length)];

    public static TheoryData<int> Falses => [.. Enumerable.Range(0, False.Length)];

    [Theory]
    [MemberData(nameof(Trues))]
    public async Task WhatIsFound_IsNoCondition(int number)
    {
        await using var service = await TestService.StartAsync(20);
        var query = service.Query().Where(True[number]).Take(3);

        Assert.Empty(query.Explain().OnClient);
        Assert.Equal(3, await query.CountAsync());
        Assert.Equal(["GET /v1/user_profiles?limit=3"], service.Requests);
    }

    [Theory]
    [MemberData(nameof(Falses))]
    public async Task WhatIsNotFound_SendsNothing(int number)
    {
        await using var service = await TestService.StartAsync(20);

        Assert.Equal(0, await service.Query().CountAsync(False[number]));
        Assert.Empty(service.Requests);
    }

    [Fact]
    public async Task WhatIsNotFoundBesideAnId_IsALookup()
    {
        await using var service = await TestService.StartAsync(20);
        var me = TestProfiles.IdOf(3);

        Assert.Equal(1, await service.Query().CountAsync(p => Roles.Contains(Writer) || p.Id == me));
        Assert.Equal([$"GET /v1/user_profiles/{me}"], service.Requests);
    }
}
