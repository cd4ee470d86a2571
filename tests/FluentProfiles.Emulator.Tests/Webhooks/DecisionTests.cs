using Microsoft.Extensions.Time.Testing;

namespace FluentProfiles.Emulator.Tests.Webhooks;

/// <summary>What a profile reads after the service has decided something about its customer.</summary>
public sealed class DecisionTests
{
    private const string Id = "uprof_1";

    private static readonly DateTimeOffset Now = new(2026, 11, 25, 9, 30, 0, TimeSpan.Zero);
    private static readonly EnforcementAction Ban = new() { Id = "enac_b", Type = EnforcementActionType.Ban };
    private static readonly EnforcementAction Odd = new() { Id = "enac_o", Type = "throttle" };

    [Fact]
    public void OpenedAction_IsFilledIn()
    {
        using var client = ClientOf(out var emulator);

        var action = emulator.OpenEnforcementAction(Id);
        var given = emulator.OpenEnforcementAction(
            Id,
            new()
            {
                Id = "enac_x",
                Type = "throttle",
                Action = RequiredAction.Verify,
                Reason = EnforcementReason.HighHarm,
                OpenedAt = Now.AddDays(-1),
                ExpiresAt = Now.AddDays(1),
            }
        );

        Assert.Equal(
            (EnforcementActionType.Restriction, EnforcementReason.Unspecified, Now, null, default),
            (action.Type, action.Reason, action.OpenedAt, action.ExpiresAt, action.Action)
        );
        Assert.Equal(
            ("enac_x", "throttle", EnforcementReason.HighHarm, Now.AddDays(-1), Now.AddDays(1), RequiredAction.Verify),
            (given.Id, given.Type, given.Reason, given.OpenedAt, given.ExpiresAt!.Value, given.Action)
        );
    }

    [Fact]
    public async Task Status_FollowsFromTheOpenActions()
    {
        using var client = ClientOf(out var emulator);
        List<string> seen = [];

        emulator.OpenEnforcementAction(Id, Odd);
        await NoteAsync();
        emulator.OpenEnforcementAction(Id, Ban);
        await NoteAsync();
        var other = emulator.OpenEnforcementAction(Id);
        await NoteAsync();
        emulator.ResolveEnforcementAction(Id, Odd.Id);
        await NoteAsync();
        emulator.ResolveEnforcementAction(Id, Ban.Id);
        await NoteAsync();
        emulator.ResolveEnforcementAction(Id, other.Id);
        await NoteAsync();

        Assert.Equal(["restricted 1", "banned 2", "banned 3", "banned 2", "restricted 1", "unrestricted 0"], seen);

        async Task NoteAsync()
        {
            var whole = await client.GetAsync(Id);
            var listed = await client.Query().SingleAsync(p => p.EnforcementStatus == whole.EnforcementStatus);
            Assert.Equal(
                whole.EnforcementActions.Select(action => action.Id),
                listed.EnforcementActions.Select(action => action.Id)
            );
            seen.Add($"{whole.EnforcementStatus} {whole.EnforcementActions.Count}");
        }
    }

    [Theory]
    [InlineData("pending", "pending")]
    [InlineData("restricted", "restricted")]
    [InlineData("banned", "restricted")]
    [InlineData("quarantined", "restricted")]
    public void PartlyResolved_StaysPendingAndIsElseRestricted(string was, string expected)
    {
        using var client = ClientOf(
            out var emulator,
            new()
            {
                Id = Id,
                EnforcementStatus = was,
                EnforcementActions = [new() { Id = "enac_1" }, new() { Id = "enac_2" }],
            }
        );

        Assert.Equal(expected, emulator.ResolveEnforcementAction(Id, "enac_1").EnforcementStatus.ToString());
        Assert.Equal(EnforcementStatus.Unrestricted, emulator.ResolveEnforcementAction(Id, "enac_2").EnforcementStatus);
    }

    [Theory]
    [InlineData("cyber")]
    [InlineData("efs")]
    public void UpdatedAt_ChangesWithApprovalsOnly(string program)
    {
        FakeTimeProvider clock = new(Now);
        using var client = ClientOf(out var emulator, clock: clock);
        List<bool> changed = [];
        DateTimeOffset before = default;

        Note(() => emulator.OpenEnforcementAction(Id, Ban));
        Note(() => emulator.ResolveEnforcementAction(Id, Ban.Id));
        Note(() => emulator.SetProgramStatus(Id, program, ProgramStatus.Pending));
        Note(() => emulator.SetProgramStatus(Id, program, ProgramStatus.Active));
        Note(() => emulator.SetProgramStatus(Id, program, ProgramStatus.Active));
        Note(() => emulator.SetProgramStatus(Id, program, ProgramStatus.Rejected));
        Note(() => emulator.SetProgramStatus(Id, program, ProgramStatus.Pending));
        Note(() => emulator.SetProgramStatus(Id, program, ProgramStatus.Active));
        Note(() => emulator.SetProgramStatus(Id, program, default));

        Assert.Equal([false, false, false, true, false, true, false, true, true], changed);

        void Note(Action decide)
        {
            clock.Advance(TimeSpan.FromMinutes(1));
            decide();
            var updatedAt = emulator.Profiles.Single().UpdatedAt;
            changed.Add(updatedAt == clock.GetUtcNow());
            Assert.True(changed[^1] || updatedAt == before);
            before = updatedAt;
        }
    }

    [Fact]
    public async Task CyberProgram_IsTheSameInEachRevision()
    {
        using var client = ClientOf(out var emulator);
        List<string> seen = [];

        foreach (var status in new ProgramStatus[] { "pending", "active", "rejected", "on_hold", "active", default })
        {
            emulator.SetProgramStatus(Id, "cyber", status);
            var whole = await client.GetAsync(Id);
            var old = await client.GetAsync(Id, new() { Betas = [AnthropicBeta.UserProfiles2026_09_04] });
            var cyber = whole.Programs.Cyber;
            seen.Add(
                $"{cyber?.Status} {old.TrustGrants["cyber"]?.Status} {cyber?.Requirements?.DataRetention} "
                    + string.Join(' ', cyber?.Tiers.Select(tier => $"{tier.Key}={tier.Value.Status}") ?? [])
            );
        }

        Assert.Equal(
            [
                "pending pending  a=inactive b=inactive c=inactive",
                "active active True a=active b=inactive c=inactive",
                "rejected rejected  a=inactive b=inactive c=inactive",
                "on_hold on_hold  a=inactive b=inactive c=inactive",
                "active active True a=active b=inactive c=inactive",
                "   ",
            ],
            seen
        );
    }

    [Fact]
    public void EfsProgram_KeepsTheFeaturesThatItHad()
    {
        using var client = ClientOf(
            out var emulator,
            new()
            {
                Id = Id,
                TrustGrants = new() { ["bio"] = new() { Status = "active" } },
                Programs = new()
                {
                    Cyber = new() { Status = "active" },
                    Efs = new()
                    {
                        Status = ProgramStatus.Pending,
                        Features = new()
                        {
                            ["x"] = new() { Status = "inactive" },
                            ["y"] = new() { Status = "active" },
                        },
                    },
                },
            }
        );

        var given = emulator.SetProgramStatus(Id, "efs", ProgramStatus.Active);
        var withdrawn = emulator.SetProgramStatus(Id, "efs", ProgramStatus.Rejected);

        Assert.Equal(("inactive", "active"), FeaturesOf(given));
        Assert.Equal(("inactive", "inactive"), FeaturesOf(withdrawn));
        Assert.Equal(ProgramStatus.Active, withdrawn.Programs.Cyber!.Status);
        Assert.Equal("active", withdrawn.TrustGrants["bio"]!.Status.ToString());

        static (string, string) FeaturesOf(UserProfile profile) =>
            (
                profile.Programs.Efs!.Features["x"]!.Status.ToString(),
                profile.Programs.Efs.Features["y"]!.Status.ToString()
            );
    }

    [Fact]
    public void WhatIsNotThere_Throws()
    {
        using var client = ClientOf(out var emulator);
        emulator.OpenEnforcementAction(Id, Ban);

        Assert.Contains(
            "no user profile `uprof_2`",
            Assert.Throws<ArgumentException>(() => emulator.OpenEnforcementAction("uprof_2")).Message
        );
        Assert.Contains(
            "`enac_b` already",
            Assert.Throws<ArgumentException>(() => emulator.OpenEnforcementAction(Id, Ban)).Message
        );
        Assert.Contains(
            "no enforcement action `enac_z`",
            Assert.Throws<ArgumentException>(() => emulator.ResolveEnforcementAction(Id, "enac_z")).Message
        );
        Assert.Contains(
            "`cyber` and `efs`",
            Assert.Throws<ArgumentException>(() => emulator.SetProgramStatus(Id, "Cyber", default)).Message
        );
        Assert.Single(emulator.Profiles.Single().EnforcementActions);
    }

    private static ProfilesClient ClientOf(
        out ProfileEmulator emulator,
        UserProfile? profile = null,
        TimeProvider? clock = null
    )
    {
        emulator = ProfileEmulator.Create(
            new() { Profiles = [profile ?? new() { Id = Id }], TimeProvider = clock ?? new FakeTimeProvider(Now) }
        );
        return new(new() { BaseUrl = emulator.BaseUrl, ApiKey = "any-key" }, new HttpClient(emulator.CreateHandler()));
    }
}
