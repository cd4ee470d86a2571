namespace FluentProfiles.Tests.Operators.Conditions;

public sealed class WhereTests
{
    [Theory]
    [InlineData(0)]
    [InlineData(1)]
    [InlineData(100)]
    [InlineData(101)]
    [InlineData(250)]
    public async Task Several_HoldAllAtOnce(int count)
    {
        await using var service = await TestService.StartAsync(count);

        var profiles = await service
            .Query()
            .Where(p => p.AccessType == AccessType.Application)
            .Where(p => p.EnforcementStatus == EnforcementStatus.Pending)
            .Where(p => p.Metadata["plan"] == "pro" && p.Name!.Length > 2)
            .ToListAsync();

        var expected = TestProfiles.IdsWhere(
            count,
            p =>
                p.AccessType == AccessType.Application
                && p.EnforcementStatus == EnforcementStatus.Pending
                && p.Metadata["plan"] == "pro"
                && p.Name is not null
        );
        Assert.Equal(expected, profiles.Select(p => p.Id));
    }

    [Fact]
    public async Task WholeProfiles_KeepEveryField()
    {
        await using var service = await TestService.StartAsync(8);

        var profile = await service.Query().Where(p => p.Name == "B0007").SingleAsync();

        Assert.Equal("free", profile.Metadata["plan"]);
        Assert.Equal("user-7", profile.ExternalUserDetails.ReferenceId);
        Assert.Equal(EnforcementStatus.Banned, profile.EnforcementStatus);
        Assert.Equal(TestProfiles.One(7).UpdatedAt, profile.UpdatedAt);
    }

    [Fact]
    public async Task ConstantConditions_AreFolded()
    {
        await using var service = await TestService.StartAsync(3);
        var wanted = true;

        Assert.Equal(3, (await service.Query().Where(p => wanted).ToListAsync()).Count);
        Assert.Empty(service.Query().Where(p => wanted).Explain().OnClient);
        wanted = false;
        Assert.Empty(await service.Query().Where(p => p.Name != null && wanted).ToListAsync());

        Assert.Single(service.Requests);
    }

    [Fact]
    public async Task AfterWhereOnClient_SeesWhatThatKept()
    {
        await using var service = await TestService.StartAsync(30);

        var ids = await service
            .Query()
            .WhereOnClient(p => p.Name is not null)
            .Where(p => p.EnforcementStatus == "banned")
            .Select(p => p.Id)
            .ToListAsync();

        Assert.Equal(TestProfiles.IdsWhere(30, p => p.Name is not null && p.EnforcementStatus == "banned"), ids);
    }

    [Fact]
    public void Null_Throws()
    {
        Assert.Throws<ArgumentNullException>(() => ProfileQuery.FromItems([]).Where(null!));
        Assert.Throws<ArgumentNullException>(() => ProfileQuery.FromItems([]).WhereOnClient(null!));
    }
}
