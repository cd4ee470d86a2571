namespace FluentProfiles.Tests.Writing.Single;

/// <summary>What an update sends of each state of a member.</summary>
public sealed class UpdateChangesTests
{
    private static readonly string? Absent = Environment.GetEnvironmentVariable("no such variable");

    public static TheoryData<string, ProfileChanges, string> Bodies =>
        new()
        {
            { "nothing", new(), "{}" },
            {
                "null from a row",
                new()
                {
                    Name = Absent!,
                    ExternalUserDetails = new() { Country = Absent },
                    Metadata = new() { ["plan"] = Absent! },
                },
                "{}"
            },
            {
                "set or leave",
                new() { Name = Change.SetOrLeave(Absent) },
                "{}"
            },
            {
                "set or clear",
                new() { Name = Change.SetOrClear(Absent) },
                """{"name":null}"""
            },
            {
                "conditional",
                new() { Name = Absent is null ? Change.Clear : Absent },
                """{"name":null}"""
            },
            {
                "empty name",
                new() { Name = "" },
                """{"name":""}"""
            },
            {
                "metadata in place",
                new()
                {
                    Metadata =
                    {
                        ["plan"] = "pro",
                        ["seat"] = Change.Clear,
                        ["tier"] = default,
                    },
                },
                """{"metadata":{"plan":"pro","seat":""}}"""
            },
            {
                "metadata of a dictionary",
                new() { Metadata = new Dictionary<string, string> { ["plan"] = "pro" } },
                """{"metadata":{"plan":"pro"}}"""
            },
            {
                "metadata of a profile",
                new() { Metadata = new ProfileMap<string> { ["plan"] = "pro" } },
                """{"metadata":{"plan":"pro"}}"""
            },
            {
                "metadata set to null",
                new() { Metadata = null! },
                "{}"
            },
        };

    [Theory]
    [MemberData(nameof(Bodies))]
    public async Task Update_SendsWhatIsSetOrCleared(string situation, ProfileChanges changes, string body)
    {
        await using var service = await TestService.StartAsync(1);

        await service.Client.UpdateAsync(TestProfiles.IdOf(0), changes);

        Assert.Equal((situation, body), (situation, Assert.Single(service.Emulator.Requests).Body));
    }

    [Fact]
    public async Task EmptyMetadata_IsRefusedAndNamesClear()
    {
        await using var service = await TestService.StartAsync(1);

        var failure = await Assert.ThrowsAsync<ArgumentException>(() =>
            service.Client.UpdateAsync(TestProfiles.IdOf(0), new() { Metadata = { ["plan"] = "" } })
        );

        Assert.StartsWith("Metadata[\"plan\"] is empty", failure.Message, StringComparison.Ordinal);
        Assert.Contains("Change.Clear", failure.Message, StringComparison.Ordinal);
        Assert.Empty(service.Requests);
    }
}
