namespace FluentProfiles.Tests.Model.Profiles;

public sealed class FixtureTests
{
    [Fact]
    public async Task SeedPage_IsRead()
    {
        var (profile, next) = await Fixture.ReadAsync("list-seed.json");

        Assert.Equal("next_page", next);
        Assert.Equal(("id", "type", "external_id"), (profile.Id, profile.Type, profile.ExternalId));
        Assert.Equal(Fixture.Time("2019-12-27T18:11:19.117Z"), profile.CreatedAt);
        Assert.Equal(profile.CreatedAt, profile.UpdatedAt);
        Assert.Equal([new("foo", "string")], (IEnumerable<KeyValuePair<string, string>>)profile.Metadata);
        Assert.Equal("status", Assert.Single(profile.TrustGrants).Value.Status.ToString());
        Assert.Equal("status", profile.TrustGrants["foo"]!.Status.ToString());
        Assert.Null(profile.Name);
        Assert.Equal(default, profile.Relationship);
        Assert.Empty(profile.AdditionalProperties);
    }

    [Fact]
    public async Task ShapeOf20260324_IsRead()
    {
        var (profile, next) = await Fixture.ReadAsync("list-2026-03-24.json");

        Fixture.AssertCommonFields(profile);
        Assert.Equal("cursor_2", next);
        Assert.Equal("Acme Corp 17", profile.Name);
        Assert.Equal("user-000017", profile.ExternalId);
        Assert.Equal(Relationship.Resold, profile.Relationship);
        Assert.Equal(TrustGrantStatus.Active, Assert.Single(profile.TrustGrants).Value.Status);
        Assert.Equal(default, profile.AccessType);
        Assert.Equal(default, profile.EnforcementStatus);
        Assert.Empty(profile.EnforcementActions);
        Assert.Null(profile.ExternalUserDetails.ReferenceId);
        Assert.Null(profile.Programs.Cyber);
    }

    [Fact]
    public async Task ShapeOf20260818_IsRead()
    {
        var (profile, next) = await Fixture.ReadAsync("list-2026-08-18.json");

        Fixture.AssertCommonFields(profile);
        Assert.Null(next);
        Assert.Equal("Acme Corp 17", profile.Name);
        Assert.Equal(AccessType.Passthrough, profile.AccessType);
        Assert.Equal("user-000017", profile.ExternalId);
        Assert.Equal(Fixture.Time("2025-11-30T07:00:00Z"), profile.ExternalUserOnboardedAt);
        Assert.Equal(TrustGrantStatus.Pending, profile.TrustGrants["cyber"]!.Status);
        Assert.Equal(default, profile.Relationship);
    }

    [Fact]
    public async Task ShapeOf20260904_IsRead()
    {
        var (profile, next) = await Fixture.ReadAsync("list-2026-09-04.json");

        Fixture.AssertCommonFields(profile);
        Fixture.AssertDetails(profile.ExternalUserDetails);
        Assert.Null(next);
        Assert.Null(profile.Name);
        Assert.Null(profile.ExternalId);
        Assert.Equal(AccessType.Application, profile.AccessType);
        Assert.Empty(profile.TrustGrants);
    }

    [Fact]
    public async Task CurrentShape_IsRead()
    {
        var (profile, next) = await Fixture.ReadAsync("list-ga.json");

        Assert.Null(next);
        AssertCurrent(profile);
        Assert.Empty(profile.Programs.Cyber!.Tiers);
        Assert.Null(profile.Programs.Efs);
    }

    [Fact]
    public async Task Get_IsReadWithWhatAListLeavesOut()
    {
        await using var service = await Fixture.ServeAsync("get-ga.json");

        var profile = await service.Client.GetAsync("uprof_011CZkZCu8hGbp5mYRQgUmz9");

        AssertCurrent(profile);
        Assert.Equal(
            [("a", "active"), ("b", "inactive"), ("c", "inactive")],
            profile.Programs.Cyber!.Tiers.Select(tier => (tier.Key, tier.Value.Status.ToString()))
        );
        Assert.Equal(ProgramStatus.Pending, profile.Programs.Efs!.Status);
        Assert.Equal(FeatureStatus.Inactive, profile.Programs.Efs.Features["cmek"]!.Status);
        Assert.Single(profile.Programs.Efs.Features);
        Assert.Equal(["GET /v1/user_profiles/uprof_011CZkZCu8hGbp5mYRQgUmz9"], service.Requests);
    }

    private static void AssertCurrent(UserProfile profile)
    {
        Fixture.AssertCommonFields(profile);
        Fixture.AssertDetails(profile.ExternalUserDetails);
        Assert.Equal("Acme Corp 17", profile.Name);
        Assert.Equal(AccessType.Application, profile.AccessType);
        Assert.Equal(EnforcementStatus.Restricted, profile.EnforcementStatus);
        var action = Assert.Single(profile.EnforcementActions);
        Assert.Equal("enac_01ABC", action.Id);
        Assert.Equal(EnforcementActionType.Restriction, action.Type);
        Assert.Equal(RequiredAction.Verify, action.Action);
        Assert.Null(action.ExpiresAt);
        Assert.Equal(Fixture.Time("2026-06-01T00:00:00Z"), action.OpenedAt);
        Assert.Equal(EnforcementReason.FraudOrAbuse, action.Reason);
        Assert.Equal(ProgramStatus.Active, profile.Programs.Cyber!.Status);
        Assert.True(profile.Programs.Cyber.Requirements!.DataRetention);
        Assert.False(profile.Programs.Cyber.Requirements.HumanReview);
        Assert.Empty(profile.AdditionalProperties);
    }
}
