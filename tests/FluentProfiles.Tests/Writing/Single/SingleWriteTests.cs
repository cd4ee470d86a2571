namespace FluentProfiles.Tests.Writing.Single;

public sealed class SingleWriteTests
{
    private static readonly CallOptions Oldest = new() { Betas = [AnthropicBeta.UserProfiles2026_03_24] };

    [Fact]
    public async Task Create_SendsWhatIsSetAndGivesTheProfile()
    {
        await using var service = await TestService.StartAsync(0);

        var created = await service.Client.CreateAsync(
            new()
            {
                Name = "Ada \"Łódź\" 🎈",
                Metadata = new() { ["plan"] = "pro", ["seat"] = "4" },
                AccessType = AccessType.Passthrough,
                ExternalUserDetails = new()
                {
                    Country = "PL",
                    EntityType = EntityType.Business,
                    OnboardedAt = new(2026, 5, 1, 14, 0, 0, TimeSpan.FromHours(2)),
                    ReferenceId = "r-1",
                },
            }
        );

        var request = Assert.Single(service.Emulator.Requests);
        Assert.Equal(("POST", "/v1/user_profiles"), (request.Method, request.PathAndQuery));
        Assert.Equal("application/json", request.Headers["Content-Type"]);
        Assert.Equal(
            """{"name":"Ada \u0022\u0141\u00F3d\u017A\u0022 \uD83C\uDF88","access_type":"passthrough","metadata":{"plan":"pro","seat":"4"}"""
                + ""","external_user_details":{"country":"PL","entity_type":"business","onboarded_at":"2026-05-01T12:00:00Z","reference_id":"r-1"}}""",
            request.Body
        );
        var stored = Assert.Single(service.Emulator.Profiles);
        Assert.Equal((stored.Id, "Ada \"Łódź\" 🎈"), (created.Id, created.Name));
        Assert.Equal("r-1", stored.ExternalUserDetails.ReferenceId);
        Assert.Equal("4", created.Metadata["seat"]);
        Assert.Equal(EnforcementStatus.Unrestricted, created.EnforcementStatus);
    }

    [Fact]
    public async Task CreateOfNothing_SendsAnEmptyObject()
    {
        await using var service = await TestService.StartAsync(0);

        var created = await service.Client.CreateAsync(new());

        Assert.Equal("{}", Assert.Single(service.Emulator.Requests).Body);
        Assert.Equal(created.Id, Assert.Single(service.Emulator.Profiles).Id);
    }

    [Fact]
    public async Task CreateUnderTheOldestShape_SendsItsFields()
    {
        await using var service = await TestService.StartAsync(0);

        var created = await service.Client.CreateAsync(
            new()
            {
                Name = "Acme",
                ExternalId = "x-1",
                Relationship = Relationship.Resold,
            },
            Oldest
        );

        var request = Assert.Single(service.Emulator.Requests);
        Assert.Equal("user-profiles-2026-03-24", request.Headers["anthropic-beta"]);
        Assert.Equal("""{"name":"Acme","external_id":"x-1","relationship":"resold"}""", request.Body);
        Assert.Equal(("x-1", Relationship.Resold), (created.ExternalId, created.Relationship));
    }

    [Fact]
    public async Task Update_SendsOnlyWhatIsSet()
    {
        await using var service = await TestService.StartAsync(3);

        var updated = await service.Client.UpdateAsync(
            TestProfiles.IdOf(1),
            new()
            {
                Metadata = new() { ["tier"] = "gold", ["plan"] = Change.Clear },
            }
        );

        var request = Assert.Single(service.Emulator.Requests);
        Assert.Equal(("POST", "/v1/user_profiles/uprof_000001"), (request.Method, request.PathAndQuery));
        Assert.Equal("""{"metadata":{"tier":"gold","plan":""}}""", request.Body);
        Assert.Equal(["tier"], updated.Metadata.Keys);
        Assert.Equal("B0001", updated.Name);
    }

    [Fact]
    public async Task UpdateWithNameCleared_RemovesIt()
    {
        await using var service = await TestService.StartAsync(3);

        var updated = await service.Client.UpdateAsync(TestProfiles.IdOf(1), new() { Name = Change.Clear });

        Assert.Equal("""{"name":null}""", Assert.Single(service.Emulator.Requests).Body);
        Assert.Null(updated.Name);
    }

    [Fact]
    public async Task UpdateWithExternalIdCleared_RemovesIt()
    {
        await using var service = await TestService.StartAsync([new() { Id = "uprof_1", ExternalId = "x" }]);

        var updated = await service.Client.UpdateAsync("uprof_1", new() { ExternalId = Change.Clear }, Oldest);

        Assert.Equal("""{"external_id":null}""", Assert.Single(service.Emulator.Requests).Body);
        Assert.Null(updated.ExternalId);
    }

    [Fact]
    public async Task UpdateOfDetails_KeepsThoseThatAreNotSet()
    {
        await using var service = await TestService.StartAsync(3);

        var updated = await service.Client.UpdateAsync(
            TestProfiles.IdOf(2),
            new() { ExternalUserDetails = new() { AccountStatus = AccountStatus.Suspended } }
        );

        Assert.Equal(
            """{"external_user_details":{"account_status":"suspended"}}""",
            Assert.Single(service.Emulator.Requests).Body
        );
        Assert.Equal(
            (AccountStatus.Suspended, "US", "user-2"),
            (
                updated.ExternalUserDetails.AccountStatus,
                updated.ExternalUserDetails.Country,
                updated.ExternalUserDetails.ReferenceId
            )
        );
    }

    [Fact]
    public async Task UpdateOfAnUnknownId_Throws()
    {
        await using var service = await TestService.StartAsync(1);

        await Assert.ThrowsAsync<ProfilesNotFoundException>(() =>
            service.Client.UpdateAsync("uprof_none", new() { Name = "x" })
        );
    }

    [Fact]
    public async Task Delete_RemovesTheProfile()
    {
        await using var service = await TestService.StartAsync(2);

        await service.Client.DeleteAsync(TestProfiles.IdOf(0));

        Assert.Equal(["DELETE /v1/user_profiles/uprof_000000"], service.Requests);
        Assert.Equal([TestProfiles.IdOf(1)], service.Emulator.Profiles.Select(profile => profile.Id));
        await Assert.ThrowsAsync<ProfilesNotFoundException>(() => service.Client.DeleteAsync(TestProfiles.IdOf(0)));
    }

    [Fact]
    public async Task ActionUrl_IsGivenWithItsEnd()
    {
        await using var service = await TestService.StartAsync(1);

        var url = await service.Client.CreateActionUrlAsync(TestProfiles.IdOf(0));

        var request = Assert.Single(service.Emulator.Requests);
        Assert.Equal("/v1/user_profiles/uprof_000000/action_urls", request.PathAndQuery);
        Assert.Equal("""{"action":{"type":"enroll_end_user"}}""", request.Body);
        Assert.StartsWith("https://platform.claude.com/user-profiles/", url.Url, StringComparison.Ordinal);
        Assert.True(url.ExpiresAt > DateTimeOffset.UtcNow);
        Assert.DoesNotContain("https", url.ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task EnrollmentUrlUnderABeta_IsGiven()
    {
        await using var service = await TestService.StartAsync(1);

        var url = await service.Client.CreateEnrollmentUrlAsync(TestProfiles.IdOf(0), Oldest);

        var request = Assert.Single(service.Emulator.Requests);
        Assert.Equal("/v1/user_profiles/uprof_000000/enrollment_url", request.PathAndQuery);
        Assert.Equal("", request.Body);
        Assert.StartsWith("https://", url.Url, StringComparison.Ordinal);
    }

    [Fact]
    public async Task EnrollmentUrlWithoutABeta_ThrowsBeforeSending()
    {
        await using var service = await TestService.StartAsync(1);

        var failure = await Assert.ThrowsAsync<ProfilesConfigurationException>(async () =>
            await service.Client.CreateEnrollmentUrlAsync(TestProfiles.IdOf(0))
        );

        Assert.Contains("CreateActionUrlAsync", failure.Message, StringComparison.Ordinal);
        Assert.Empty(service.Requests);
    }

    [Theory]
    [InlineData("")]
    [InlineData(".")]
    [InlineData("..")]
    public async Task NoId_ThrowsBeforeSending(string id)
    {
        await using var service = await TestService.StartAsync(1);

        await Assert.ThrowsAsync<ArgumentException>(async () => await service.Client.UpdateAsync(id, new()));
        await Assert.ThrowsAsync<ArgumentException>(async () => await service.Client.DeleteAsync(id));
        await Assert.ThrowsAsync<ArgumentException>(async () => await service.Client.CreateActionUrlAsync(id));
        Assert.Empty(service.Requests);
    }

    [Fact]
    public async Task ForeignId_IsEscaped()
    {
        await using var service = await TestService.StartAsync(1);

        await Assert.ThrowsAsync<ProfilesNotFoundException>(() => service.Client.DeleteAsync("a/../b?c=%41"));

        Assert.Equal(["DELETE /v1/user_profiles/a%2F..%2Fb%3Fc%3D%2541"], service.Requests);
    }

    [Fact]
    public async Task Workspace_IsNamed()
    {
        await using var service = await TestService.StartAsync(
            TestProfiles.Many(1),
            configureClient: options => options.WorkspaceId = "wrkspc_1"
        );

        await service.Client.UpdateAsync(TestProfiles.IdOf(0), new() { Name = "x" });

        Assert.Equal("wrkspc_1", Assert.Single(service.Emulator.Requests).Headers["anthropic-workspace-id"]);
    }
}
