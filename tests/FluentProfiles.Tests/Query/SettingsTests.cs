namespace FluentProfiles.Tests.Query;

public sealed class SettingsTests
{
    [Theory]
    [InlineData(1, 5)]
    [InlineData(2, 3)]
    [InlineData(5, 1)]
    [InlineData(100, 1)]
    public async Task PageSize_IsTheLimitOfEachRequest(int size, int requests)
    {
        await using var service = await TestService.StartAsync(5);

        Assert.Equal(5, await service.Query().WithPageSize(7).WithPageSize(size).CountAsync());

        Assert.Equal(Enumerable.Repeat($"{size}", requests), service.Limits);
    }

    [Theory]
    [InlineData(0)]
    [InlineData(-1)]
    [InlineData(101)]
    public void PageSizeOutOfRange_Throws(int size) =>
        Assert.Throws<ArgumentOutOfRangeException>(() => ProfileQuery.FromItems([]).WithPageSize(size));

    [Fact]
    public async Task Workspace_ReplacesTheClients()
    {
        await using var service = await TestService.StartAsync(
            TestProfiles.Many(120),
            configureClient: options => options.WorkspaceId = "wrkspc_client"
        );

        await service.Query().CountAsync();
        await service.Query().WithWorkspace("wrkspc_query").CountAsync();

        Assert.Equal(
            ["wrkspc_client", "wrkspc_client", "wrkspc_query", "wrkspc_query"],
            service.Emulator.Requests.Select(request => request.Headers["anthropic-workspace-id"])
        );
    }

    [Fact]
    public async Task NoWorkspace_SendsNoHeader()
    {
        await using var service = await TestService.StartAsync(1);

        await service.Query().CountAsync();

        Assert.False(service.Emulator.Requests[0].Headers.ContainsKey("anthropic-workspace-id"));
    }

    [Theory]
    [InlineData("")]
    [InlineData("wrkspc 1")]
    [InlineData("wrkspc_1\r\nx: y")]
    public void WorkspaceThatIsNoHeaderValue_Throws(string workspace) =>
        Assert.Throws<ArgumentException>(() => ProfileQuery.FromItems([]).WithWorkspace(workspace));

    [Fact]
    public async Task MaxRequests_EndsTheRunWithATokenAfterItsItems()
    {
        await using var service = await TestService.StartAsync(250);
        List<string> ids = [];

        var thrown = await Assert.ThrowsAsync<ProfilesBudgetException>(async () =>
        {
            await foreach (var profile in service.Query().WithMaxRequests(2))
                ids.Add(profile.Id);
        });

        Assert.Equal(TestProfiles.Newest(250, 200), ids);
        Assert.Equal(2, service.Requests.Count);
        ids.AddRange(await service.Query().ResumeFrom(thrown.ResumeToken).Select(p => p.Id).ToListAsync());
        Assert.Equal(TestProfiles.Newest(250, 250), ids);
        Assert.Equal(3, service.Requests.Count);
    }

    [Fact]
    public async Task MaxRequestsThatSuffice_DoNotShow()
    {
        await using var service = await TestService.StartAsync(
            TestProfiles.Many(250),
            configureClient: options => options.MaxRequestsPerQuery = 1
        );

        Assert.Equal(250, await service.Query().WithMaxRequests(3).CountAsync());
        Assert.Equal(100, await service.Query().Take(100).CountAsync());
        await Assert.ThrowsAsync<ProfilesBudgetException>(async () => await service.Query().CountAsync());
        Assert.Throws<ArgumentOutOfRangeException>(() => service.Query().WithMaxRequests(0));
    }

    [Fact]
    public async Task MaxRequests_CountsDetails()
    {
        await using var service = await TestService.StartAsync(9);

        await Assert.ThrowsAsync<ProfilesBudgetException>(async () =>
            await service.Query().WithMaxRequests(6).WithDetails(1).ToListAsync()
        );

        Assert.Equal(6, service.Requests.Count);
    }
}
