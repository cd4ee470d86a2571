using System.Diagnostics;
using FluentProfiles.Emulator;
using FluentProfiles.Mirror.Model;
using FluentProfiles.Mirror.Model.References;
using FluentProfiles.Mirror.Tests.Databases;
using FluentProfiles.Tests;
using Microsoft.EntityFrameworkCore;

namespace FluentProfiles.Mirror.Tests.References;

/// <summary>Services whose profiles are mirrored, and the times of claims.</summary>
internal static class ReadyService
{
    /// <summary>Short times, so that a test waits for no minutes.</summary>
    public static ReferenceTimes Short { get; } =
        new()
        {
            Window = TimeSpan.FromSeconds(2),
            Claim = TimeSpan.FromSeconds(1),
            Renewal = TimeSpan.FromMilliseconds(300),
            Patience = TimeSpan.FromMilliseconds(50),
            ShortestPoll = TimeSpan.FromMilliseconds(5),
            LongestPoll = TimeSpan.FromMilliseconds(50),
            ShortestLook = TimeSpan.FromMilliseconds(20),
            LongestLook = TimeSpan.FromMilliseconds(200),
            Trust = TimeSpan.FromMilliseconds(50),
        };

    /// <summary>A service of 120 profiles that the mirror has, with no request in its log.</summary>
    public static async Task<MirroredService> StartAsync(
        DatabaseKind kind,
        Action<ProfileMirrorOptions>? configure = null,
        Action<ProfilesClientOptions>? configureClient = null,
        Action<ProfileEmulatorOptions>? configureEmulator = null
    )
    {
        var service = await MirroredService.StartAsync(
            kind,
            TestProfiles.Many(120),
            options =>
            {
                options.ReferenceTimes = Short;
                configure?.Invoke(options);
            },
            configureClient,
            configureEmulator
        );
        await service.Mirror.RefreshAsync();
        service.Emulator.ClearRequests();
        return service;
    }

    /// <summary>How many creates have arrived.</summary>
    public static int Creates(this MirroredService service) =>
        service.Emulator.Requests.Count(request => request.Method == "POST");

    /// <summary>The ids of the service's profiles with a reference.</summary>
    public static string[] IdsOf(this MirroredService service, string reference) =>
        [
            .. service
                .Emulator.Profiles.Where(profile => profile.ExternalUserDetails.ReferenceId == reference)
                .Select(profile => profile.Id),
        ];

    /// <summary>Closes the connection of each create, after or before it has taken effect.</summary>
    public static void LoseCreates(this MirroredService service, bool applied)
    {
        if (applied)
            service.Emulator.BeforeResponse = (request, _) =>
                request.Method == "POST" ? throw new HttpRequestException("lost") : Task.CompletedTask;
        else
            service.Emulator.Intercept = request =>
                request.Method == "POST" ? throw new HttpRequestException("lost") : null;
    }

    public static void LoseNoMore(this MirroredService service) =>
        (service.Emulator.BeforeResponse, service.Emulator.Intercept) = (null, null);

    /// <summary>The claims in the database.</summary>
    public static async Task<List<MirrorClaim>> ClaimsAsync(this MirroredService service)
    {
        await using var context = service.Database.Context();
        return await context.Set<MirrorClaim>().AsNoTracking().ToListAsync();
    }

    /// <summary>Claims a reference as another process does.</summary>
    public static async Task ClaimAsync(
        this MirroredService service,
        string reference,
        MirrorClaimState state,
        TimeSpan expiresIn = default
    )
    {
        var scope = await service.Mirror.Store.OpenAsync(default);
        await using var context = service.Database.Context();
        context.Add(
            new MirrorClaim
            {
                Scope = scope,
                Reference = reference,
                Owner = "another",
                State = state,
                ClaimedAt = DateTimeOffset.UtcNow,
                SentAt = state == MirrorClaimState.Claimed ? null : DateTimeOffset.UtcNow,
                ExpiresAt = DateTimeOffset.UtcNow + expiresIn,
                LookFrom = TestProfiles.Start,
            }
        );
        await context.SaveChangesAsync();
    }

    public static bool IsSent(MirrorClaim claim) => claim.State == MirrorClaimState.Sent;

    /// <summary>Lets the time of the claims be over.</summary>
    public static async Task ExpireClaimsAsync(this MirroredService service)
    {
        await using var context = service.Database.Context();
        await context
            .Set<MirrorClaim>()
            .ExecuteUpdateAsync(set =>
                set.SetProperty(claim => claim.ExpiresAt, DateTimeOffset.UtcNow - TimeSpan.FromMinutes(1))
            );
    }

    /// <summary>Puts the claims where they are for a database whose clock has jumped by a time: as much earlier.</summary>
    public static async Task JumpAsync(this MirroredService service, TimeSpan time)
    {
        await using var context = service.Database.Context();
        foreach (var claim in await context.Set<MirrorClaim>().ToListAsync())
        {
            claim.ClaimedAt -= time;
            claim.SentAt -= time;
            claim.ExpiresAt -= time;
        }
        await context.SaveChangesAsync();
    }

    /// <summary>Waits until something is so.</summary>
    public static Task UntilAsync(Func<bool> condition) => UntilAsync(() => Task.FromResult(condition()));

    /// <summary>Waits until something is so.</summary>
    public static async Task UntilAsync(Func<Task<bool>> condition)
    {
        for (var start = Stopwatch.GetTimestamp(); !await condition(); await Task.Delay(5))
            Assert.True(Stopwatch.GetElapsedTime(start) < TimeSpan.FromMinutes(1));
    }
}
