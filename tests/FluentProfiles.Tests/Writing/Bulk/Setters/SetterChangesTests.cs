namespace FluentProfiles.Tests.Writing.Bulk.Setters;

/// <summary>What a bulk update does where a setter's value is null, and how it clears.</summary>
public sealed class SetterChangesTests
{
    private static readonly Dictionary<string, (Action<ProfileSetters> Setters, string Bodies)> Cases = new()
    {
        ["null leaves a name alone"] = (c => c.SetName(p => p.Metadata["display"]), """{"name":"B"}"""),
        ["null leaves a pair alone"] = (
            c => c.SetMetadata("plan", p => p.Metadata["display"]),
            """{"metadata":{"plan":"B"}}"""
        ),
        ["null leaves a detail alone"] = (
            c => c.Set(p => p.ExternalUserDetails.ReferenceId, p => p.Metadata["display"]),
            """{"external_user_details":{"reference_id":"B"}}"""
        ),
        ["default leaves an enum alone"] = (
            c => c.Set(p => p.AccessType, p => p.Metadata["display"] == null ? default : AccessType.Passthrough),
            """{"access_type":"passthrough"}"""
        ),
        ["clear by condition"] = (
            c => c.SetName(p => p.Metadata["display"] == null ? Change.Clear : "x"),
            """{"name":"x"} {"name":null}"""
        ),
        ["clear or leave"] = (
            c => c.SetMetadata("plan", p => p.Metadata["display"] == null ? Change.Clear : default),
            """{"metadata":{"plan":""}}"""
        ),
        ["set or clear"] = (
            c => c.SetMetadata("plan", p => Change.SetOrClear(p.Metadata["display"])),
            """{"metadata":{"plan":"B"}} {"metadata":{"plan":""}}"""
        ),
        ["clear the name"] = (c => c.ClearName(), """{"name":null} {"name":null}"""),
        ["remove a pair"] = (c => c.RemoveMetadata("plan"), """{"metadata":{"plan":""}} {"metadata":{"plan":""}}"""),
        ["clear what is not there"] = (c => c.RemoveMetadata("none"), ""),
    };

    public static TheoryData<string> Situations => [.. Cases.Keys];

    [Theory]
    [MemberData(nameof(Situations))]
    public async Task Update_SendsWhatIsSetOrCleared(string situation)
    {
        await using var service = await TestService.StartAsync([
            new()
            {
                Id = "uprof_1",
                Name = "A",
                Metadata = new() { ["plan"] = "pro" },
                ExternalUserDetails = new() { ReferenceId = "r" },
                AccessType = AccessType.Application,
            },
            new()
            {
                Id = "uprof_2",
                Name = "A",
                Metadata = new() { ["plan"] = "pro", ["display"] = "B" },
            },
        ]);
        var (setters, bodies) = Cases[situation];
        var preview = await service.Query().PreviewUpdateAsync(setters);

        var report = await service.Query().ExecuteUpdateAsync(setters, new() { AllowAll = true, Concurrency = 1 });

        Assert.Empty(report.Failures);
        Assert.Equal(
            bodies.Split(' ', StringSplitOptions.RemoveEmptyEntries).Order(),
            service.Emulator.Requests.Where(request => request.Method == "POST").Select(request => request.Body).Order()
        );
        Assert.Equal(preview.ToWrite, report.Written);
    }

    [Fact]
    public async Task ClearedExternalId_IsSentAsNull()
    {
        await using var service = await TestService.StartAsync([new() { Id = "uprof_1", ExternalId = "x" }]);

        await service
            .Query()
            .WithBeta(AnthropicBeta.UserProfiles2026_03_24)
            .Take(1)
            .ExecuteUpdateAsync(c => c.Clear(p => p.ExternalId));

        Assert.Equal("""{"external_id":null}""", service.Emulator.Requests.Single(r => r.Method == "POST").Body);
    }

    [Fact]
    public async Task EmptyMetadata_FailsTheProfile()
    {
        await using var service = await TestService.StartAsync(1);

        var report = await service
            .Query()
            .Take(1)
            .ExecuteUpdateAsync(c => c.SetMetadata("a", p => p.Id.Substring(0, 0)));

        Assert.StartsWith(
            "Metadata[\"a\"] is empty",
            Assert.Single(report.Failures).Error.Message,
            StringComparison.Ordinal
        );
        Assert.Empty(service.Writes());
    }
}
